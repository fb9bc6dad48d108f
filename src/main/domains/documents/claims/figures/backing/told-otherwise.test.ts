import { describe, expect, it } from 'vitest'
import { findingsWith } from './one-fact.fixture.ts'

function numbersIn(fact: string, sentence: string): string[] {
  return findingsWith(fact, sentence).flatMap(({ kind, words }) => (kind === 'number' ? [words] : []))
}

type Row = readonly [fact: string, same: string, other: string]

const REPORTS = 'dbt-Modelle aufgebaut; die Berichte sind um 6 Uhr statt um 11 Uhr fertig.'
const NIGHTS = 'Night shifts from 22:00 to 06:00.'
const TEAM = 'Work in a team of five: three developers, one designer, one product manager.'
const PHONE = 'Inference on a Pixel 6 from 210 ms to 70 ms.'
const FARMS = 'Rolled out a forecast to 340 farms in Lower Saxony and Denmark.'

const TABLES: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  [
    'times of day',
    [
      [REPORTS, 'Reports are ready five hours earlier, at 6 a.m.', 'Reports are ready six hours earlier.'],
      [REPORTS, 'Die Berichte liegen schon um sechs Uhr vor statt um elf.', 'Die Berichte liegen um 7 Uhr vor.'],
      ['Delivered by 06:30.', 'Delivered by half past six.', 'Delivered by quarter to seven.'],
      ['Der Abschluss liegt um 8.30 Uhr vor.', 'Der Abschluss liegt um halb neun vor.', 'Er liegt um halb acht vor.'],
      [NIGHTS, 'Nachtschichten von 22 bis 6 Uhr.', 'Nachtschichten von 20 bis 6 Uhr.'],
      [NIGHTS, 'Eight-hour night shifts.', 'Ten-hour night shifts.'],
    ],
  ],

  [
    'lengths of time',
    [
      [
        'Ein Deployment dauert 12 Minuten statt eines halben Tages.',
        'Cut a deployment from half a day to 12 minutes.',
        'Cut a deployment from half a day to 20 minutes.',
      ],
      [
        'Data is there after 40 seconds rather than 15 minutes.',
        'Brought latency down from a quarter of an hour to 40 seconds.',
        'Brought latency down from half an hour to 40 seconds.',
      ],
      [
        'Cleared the backlog within 8 weeks.',
        'Cleared the backlog in two months.',
        'Cleared the backlog in three months.',
      ],
      ['Quarterly releases.', 'Releases every three months.', 'Releases every two months.'],
      ['The cycle went from six weeks to one.', 'Weekly instead of six-weekly.', 'Weekly instead of eight-weekly.'],
      [
        'Cleaned 3 years of admission data with SQL.',
        'Aufnahmedaten aus drei Jahren per SQL bereinigt.',
        'Aufnahmedaten aus fünf Jahren per SQL bereinigt.',
      ],
    ],
  ],

  [
    'measures',
    [
      ['Accuracy of 0.05 mm.', 'Auf fünf Hundertstel Millimeter genau.', 'Auf zwei Hundertstel Millimeter genau.'],
      ['Accuracy of 0.05 mm.', 'Accurate to 50 micrometres.', 'Accurate to 5 micrometres.'],
      ['Moved 3,200 tonnes of steel.', '3.200 t Stahl bewegt.', '2.300 t Stahl bewegt.'],
    ],
  ],

  [
    'shares and percent points',
    [
      [
        'Recall rose from 71 % to 88 % on 14 crops.',
        'Up 17 points (71% to 88%) over 14 crops.',
        'Up 18 points over 14 crops.',
      ],
      ['Conversion rose from 3.1 % to 3.6 %.', 'Im besten Fall von 3,1 auf 3,6 % erhöht.', 'Von 3,1 auf 3,9 % erhöht.'],
      ['90 % of the tickets were solved.', 'Neun von zehn Tickets gelöst.', 'Acht von zehn Tickets gelöst.'],
      [
        '20 % of the customers bought again.',
        'One in five customers bought again.',
        'One in four customers bought again.',
      ],
      [
        '99.85 % of the sessions did not crash.',
        'Fewer than two sessions in a thousand crash.',
        'Two in a hundred crash.',
      ],
      ['78 % of the letters are sorted by it.', 'Only 22 % are sorted by hand.', 'Only 32 % are sorted by hand.'],
    ],
  ],

  [
    'what a fact lists',
    [
      [FARMS, 'Rolled out a forecast in two countries.', 'Rolled out a forecast in three countries.'],
      ['Bestand in Deutschland und Österreich.', 'Bestand in zwei Ländern.', 'Bestand in vier Ländern.'],
      ['Translated into German, French and Italian.', 'In drei Sprachen übersetzt.', 'In fünf Sprachen übersetzt.'],
      [TEAM, 'With a designer and two other developers.', 'With five other developers.'],
      ['Zu dritt gebaut.', 'Built with two others.', 'Built with four others.'],
      ['Built with a designer and two engineers.', 'Zu viert gebaut.', 'Zu fünft gebaut.'],
      [
        'Zwei Gruppen mit je 20 Studierenden.',
        'Zwei Gruppen mit insgesamt 40 Studierenden.',
        'Insgesamt 60 Studierende.',
      ],
      ['Wrote 2 papers alone and 3 with others.', 'Fünf Veröffentlichungen.', 'Sieben Veröffentlichungen.'],
    ],
  ],

  [
    'names with a number',
    [
      [PHONE, 'Three times as fast on a Pixel 6.', 'Three times as fast on a Pixel 7.'],
      [
        'Safety to EN ISO 13849 in 4 plants.',
        'Safety to ISO 13849 in four plants.',
        'Safety to ISO 26262 in four plants.',
      ],
      ['Tested 24 devices with iOS 16.', 'Tested two dozen devices with iOS 16.', 'Tested 16 devices with iOS.'],
    ],
  ],

  [
    'bounds',
    [
      ['Error under 0.3 pixels.', 'Kalibrierfehler von weniger als 0,3 Pixeln.', 'Kalibrierfehler unter 0,1 Pixeln.'],
      [
        'Sessions without a crash rose to 99.6 %.',
        'Sessions without a crash above 99.5 %.',
        'Without a crash above 99.8 %.',
      ],
      [
        'The toolkit has 640 stars.',
        'The toolkit has more than 600 stars.',
        'My papers are cited more than 400 times.',
      ],
      ['Cut the waiting time from 25 to 10 minutes.', 'Waiting more than halved.', 'Waiting time cut to a quarter.'],
      ['Cut tickets by 64 %.', 'Tickets more than halved.', 'Tickets cut by more than three quarters.'],
      ['34 Mio. Ereignisse am Tag.', 'Millionen von Ereignissen am Tag.', 'Milliarden von Ereignissen am Tag.'],
      [
        'Seit 2020 im Verein; 230 Mitglieder.',
        'Verein mit über 200 Mitgliedern.',
        'Verein mit über 2.000 Mitgliedern.',
      ],
      ['Coverage rose from 40 % to 82 %.', 'The coverage is now above 80 %.', 'The coverage is now above 90 %.'],
    ],
  ],

  [
    'times inside words',
    [
      ['Viertelstundenwerte geladen.', 'Loaded 15-minute readings.', 'Loaded 5-minute readings.'],
      ['24 weeks full time.', 'Ein 24-wöchiges Bootcamp besucht.', 'Ein 36-wöchiges Bootcamp besucht.'],
      ['On-call every fourth week.', 'On call every four weeks.', 'On call every three weeks.'],
      ['Redesign in 6 sprints of 2 weeks.', 'In zwölf Wochen neu gestaltet.', 'In 20 Wochen neu gestaltet.'],
      ['From 2.4 s to 0.6 s.', 'Die Suche viermal so schnell gemacht.', 'Die Suche zehnmal so schnell gemacht.'],
      [
        'Labelling down by a quarter.',
        'It costs three quarters of what it did.',
        'It costs two thirds of what it did.',
      ],
    ],
  ],

  [
    'what is counted',
    [
      ['12 Händler und Analysten nutzen es.', 'Twelve traders and analysts use it.', 'Twelve banks use it.'],
      [
        'In daily use by 12 physicians.',
        'A prototype that 12 physicians test daily.',
        'That 20 physicians test daily.',
      ],
      ['Translated 3 novels and 14 manuals.', 'Translated three novels and fourteen manuals.', 'Translated 14 novels.'],
      ['Published 4 papers, 2 as first author.', 'Two papers as first author.', 'Six papers.'],
      [
        '8 apprentices, 6 of whom passed.',
        'Three quarters of the apprentices passed.',
        'Half of the apprentices, 4, passed.',
      ],
      [
        '54 Triebfahrzeugführer und 31 Züge geplant.',
        'Planned 54 train drivers and 31 trains.',
        '31 train drivers, 54 trains.',
      ],
      [
        'Managed 12 branches with 85 employees.',
        '85 Mitarbeitende in 12 Filialen.',
        '12 Mitarbeitende in 85 Filialen.',
      ],
      ['Maintained 25 machines in 4 halls.', '25 Maschinen in vier Hallen.', 'Four machines in 25 halls.'],
      [
        'Checked 1.2 million claims; caught €3.1 million.',
        'Checked 1.2 million claims.',
        'Checked 3.1 million claims.',
      ],
      ['Connected three practice management systems.', 'Drei Praxisverwaltungssysteme.', 'Drei Praxen.'],
      [
        "600,000 doctor's letters.",
        "More than half a million physicians' letters.",
        'More than half a million physicians.',
      ],
      ['Genutzt von 30 Mitarbeitenden.', 'A dashboard with 30 users.', 'A dashboard with 30 banks.'],
    ],
  ],
]

describe.each(TABLES)('%s', (_, rows) => {
  it.each(rows)('%s → %s ↛ %s', (fact, same, other) => {
    expect(numbersIn(fact, same)).toEqual([])
    expect(numbersIn(fact, other)).not.toEqual([])
  })
})
