import { ADA, claim, group, post, sample, section, type Sample } from './sample-parts.ts'
import { CYRILLIC, FRENCH, GREEK, POLISH } from './sample-scripts.ts'

/** Documents of many sizes and scripts, of people who do not exist. */

const ENGLISH = sample('en', {
  kind: 'resume',
  header: ADA,
  sections: [
    section('summary', {
      paragraphs: [
        claim(
          'Engineer with seven years in **ranking and forecasting**, from the first notebook to the service that answers in 40 ms. Likes small models, clear measurements and teams that write things down.',
        ),
      ],
    }),
    section('experience', {
      items: [
        post({
          title: 'Senior machine learning engineer',
          organisation: 'Northwind Logistics GmbH',
          place: 'Berlin, Germany',
          start: '2021-03',
          bullets: [
            'Led four engineers who rebuilt the arrival forecast; its mean error fell from 41 to 17 minutes over 2.3 million trips a year.',
            'Moved training from nightly scripts to *Kubeflow* pipelines, which cut the cost of a run by 38 %.',
            'Wrote the evaluation that every model passes before release, with drift alarms and a way back within five minutes.',
            'Introduced feature reviews; three of nine models were switched off because a rule did as well.',
          ],
        }),
        post({
          title: 'Machine learning engineer',
          organisation: 'Fabrikam Search',
          place: 'Prague, Czechia',
          start: '2018-09',
          end: '2021-02',
          bullets: [
            'Built learning-to-rank for 60,000 products in Python and C++; clicks on the first three results rose by 12 %.',
            'Reduced the index from 14 GB to 5 GB through quantisation without loss in offline metrics.',
            'Mentored two interns, of whom one joined the team.',
          ],
        }),
        post({
          title: 'Data analyst',
          organisation: 'City Transport Authority',
          place: 'Brno, Czechia',
          start: '2017-06',
          end: '2018-08',
          bullets: ['Forecast the use of 41 bus lines in R; the timetable of 2018 rests on it.'],
        }),
      ],
    }),
    section('education', {
      items: [
        post({
          title: 'MSc Artificial Intelligence',
          organisation: 'Charles University',
          place: 'Prague',
          start: '2015',
          end: '2017',
          note: 'with distinction',
        }),
        post({
          title: 'BSc Mathematics',
          organisation: 'Masaryk University',
          place: 'Brno',
          start: '2012',
          end: '2015',
        }),
      ],
    }),
    section('projects', {
      items: [
        post({
          title: 'tramways',
          organisation: '',
          url: 'https://github.com/ada-novakova/tramways',
          start: '2022-05',
          isDated: true,
          bullets: [
            'Open data of tram arrivals in nine cities as [Parquet files](https://example.org/tramways), used by two university courses.',
          ],
        }),
      ],
    }),
    section('skills', {
      groups: [
        group('Languages', ['Python', 'C++', 'SQL', 'Rust']),
        group('Machine learning', ['PyTorch', 'scikit-learn', 'LightGBM', 'ONNX', 'MLflow']),
        group('Platforms', ['Kubernetes', 'Kubeflow', 'AWS', 'PostgreSQL', 'Kafka']),
      ],
    }),
    section('languages', { groups: [group('', ['Czech (native)', 'English (C1)', 'German (B2)'])] }),
    section('interests', { groups: [group('', ['choir', 'long-distance trains', 'bread'])] }),
  ],
})

const GERMAN = sample('de', {
  kind: 'resume',
  header: {
    name: 'Jörg Weißenböck-Größl',
    headline: 'Softwarearchitekt für eingebettete Systeme',
    email: 'joerg.weissenboeck@example.de',
    phone: '0351 / 12 34 56-78',
    city: 'Dresden',
    countryCode: 'DE',
    links: [{ label: 'Portfolio', url: 'https://weissenboeck.example.de/' }],
  },
  sections: [
    section('summary', {
      paragraphs: [
        claim(
          'Zwölf Jahre Erfahrung mit sicherheitskritischer Software für Straßenbahnen und Züge, davon fünf in führender Rolle.',
        ),
      ],
    }),
    section('experience', {
      items: [
        post({
          title: 'Softwarearchitekt',
          organisation: 'Elbtal Schienenfahrzeuge GmbH & Co. KG',
          place: 'Dresden',
          start: '2019-04',
          bullets: [
            'Architektur der Türsteuerung nach EN 50128 (SIL 2), eingesetzt in 340 Fahrzeugen.',
            'Größe des Teams von drei auf elf Personen ausgebaut; Einführung regelmäßiger Überprüfungen des Quelltexts.',
            'Testabdeckung der Fahrzeugsoftware von 54 % auf 91 % erhöht.',
          ],
        }),
        post({
          title: 'Entwicklungsingenieur',
          organisation: 'Müller & Söhne Meßtechnik',
          place: 'Görlitz',
          start: '2012-10',
          end: '2019-03',
          bullets: [
            'Treiber für Drucksensoren in C und Ada.',
            'Kundendienst für Österreich und die Schweiz, jährlich 40 Einsätze.',
          ],
        }),
      ],
    }),
    section('education', {
      items: [
        post({
          title: 'Diplom-Ingenieur Informationssystemtechnik',
          organisation: 'Technische Universität Dresden',
          start: '2006-10',
          end: '2012-09',
          note: 'Note 1,4',
          bullets: ['Diplomarbeit: „Über die Rückgewinnung von Bremsenergie“'],
        }),
        post({ title: 'Abitur', organisation: 'Gymnasium an der Straße der Jugend', place: 'Bautzen', end: '2006-06' }),
      ],
    }),
    section('skills', {
      groups: [group('Programmierung', ['C', 'Ada', 'C++', 'Python']), group('Werkzeuge', ['DOORS', 'Git', 'Jenkins'])],
    }),
    section('languages', { groups: [group('', ['Deutsch (Muttersprache)', 'Englisch (C1)', 'Sorbisch (A2)'])] }),
    section('certificates', {
      items: [
        post({
          title: 'ISTQB Certified Tester',
          organisation: 'German Testing Board',
          start: '2016-11',
          isDated: true,
        }),
      ],
    }),
  ],
})

const manyBullets = Array.from(
  { length: 60 },
  (_, index) =>
    `Point ${index + 1}: measured, changed and measured again, until the service answered ${(index * 7) % 41} % sooner; told the other teams in a note of one page.`,
)
const LONG = sample('en', {
  kind: 'resume',
  header: ADA,
  sections: [
    section('summary', { paragraphs: [claim('Everything that one person did, on several pages.')] }),
    section('experience', {
      items: Array.from({ length: 6 }, (_, index) =>
        post({
          title: `Engineer of level ${6 - index}`,
          organisation: `Company number ${index + 1}`,
          place: 'Utrecht, Netherlands',
          start: `${2020 - index * 3}-01`,
          end: index === 0 ? null : `${2022 - index * 3}-12`,
          bullets: manyBullets.slice(index * 10, index * 10 + 10),
        }),
      ),
    }),
    section('publications', {
      items: Array.from({ length: 8 }, (_, index) =>
        post({
          title: `On the estimation of arrival times under uncertainty, part ${index + 1}`,
          organisation: 'Journal of Transport Engineering',
          start: String(2022 - index),
          isDated: true,
          url: `https://doi.org/10.1000/example.${index}`,
        }),
      ),
    }),
    section('skills', { groups: [group('Tools', ['Python', 'Go', 'PostgreSQL', 'Kafka', 'Terraform'])] }),
    section('languages', { groups: [group('', ['Dutch (native)', 'English (C2)'])] }),
  ],
})

const HOSTILE = sample('nl', {
  kind: 'resume',
  header: {
    name: 'Maximiliana Konstantinopolitana van der Oudenhuijsen-Wolfeschlegelsteinhausenbergerdorff',
    headline: 'Donaudampfschifffahrtsgesellschaftskapitänin und Rindfleischetikettierungsüberwachungsbeauftragte',
    email: 'maximiliana.konstantinopolitana.van.der.oudenhuijsen@very-long-subdomain.example.org',
    phone: '+31 (0)20 123 45 67 ext. 89',
    city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    countryCode: 'GB',
    links: [
      {
        label: 'Research page',
        url: 'https://example.org/people/maximiliana/publications/2024/list?sort=year&order=descending#conference-papers',
      },
    ],
  },
  sections: [
    section('experience', {
      items: [
        post({
          title:
            'Wetenschappelijk medewerker voor de beoordeling van uitzonderlijk lange functietitels in internationale organisaties',
          organisation: 'Vereniging voor de Bevordering van de Wetenschappelijke Beoordeling van Lange Namen',
          place: 'Sint-Annaparochie',
          start: '2019-11',
          url: 'https://example.org/a/very/long/path/that/never/ends/because/somebody/thought/it/was/a/good/idea/index.html',
          bullets: [
            `Woord zonder einde: ${'abcdefghij'.repeat(20)}`,
            'a -> b, 1 << 2, x != y, "quotes" and <tags> & entities; fi fl ffi ffl.',
            '**Onafgesloten vet en *cursief',
          ],
        }),
      ],
    }),
    section('skills', { groups: [group('Woorden', ['hottentottententententoonstelling', 'x'.repeat(60)])] }),
  ],
})

const SPARSE = sample('it', {
  kind: 'resume',
  header: { name: 'Li Wu', email: 'li@example.it' },
  sections: [
    section('summary', { paragraphs: [{ ...claim('Non mostrato.'), isShown: false }] }),
    section('experience', { items: [] }),
    section('education', {
      title: 'Studi',
      items: [post({ title: '', organisation: 'Politecnico di Milano', start: '2022-10' })],
    }),
    section('skills', { isShown: false, groups: [group('', ['nascosto'])] }),
  ],
})

const ENGLISH_LETTER = sample('en', {
  kind: 'letter',
  header: ADA,
  recipient: {
    name: 'Dr. Grace Okafor',
    company: 'Contoso Mobility B.V.',
    address: 'Keizersgracht 12\n1015 CN Amsterdam\nNetherlands',
  },
  dateLine: 'Berlin, 3 March 2026',
  subject: 'Application as Staff Machine Learning Engineer',
  greeting: 'Dear Dr. Okafor,',
  paragraphs: [
    claim(
      'Your posting asks for somebody who has brought forecasts from a notebook to a service that drivers rely on. At Northwind Logistics I did this for arrival times: with four engineers I rebuilt the forecast, and its mean error fell from 41 to 17 minutes over 2.3 million trips a year.',
    ),
    claim(
      'You write that models at Contoso are released without a common evaluation. The one that I wrote at Northwind is passed by every model before release; it has stopped three of them. I would be glad to show [how it works](https://example.org/evaluation).',
    ),
    claim('I live in Berlin, can move to Amsterdam from June, and hold a permit to work in the European Union.'),
  ],
  closing: 'Kind regards',
  signature: 'Ada Nováková',
})

const GERMAN_LETTER = sample('de', {
  kind: 'letter',
  header: {
    name: 'Jörg Weißenböck-Größl',
    headline: '',
    email: 'joerg.weissenboeck@example.de',
    phone: '0351 / 12 34 56-78',
    city: 'Dresden',
    countryCode: 'DE',
  },
  recipient: {
    name: 'Frau Dr. Käthe Süßmilch',
    company: 'Bahntechnik Übersee AG',
    address: 'Große Bleichen 7\n20354 Hamburg',
  },
  dateLine: 'Dresden, 3. März 2026',
  subject: 'Bewerbung als Leiter der Softwareentwicklung',
  greeting: 'Sehr geehrte Frau Dr. Süßmilch,',
  paragraphs: [
    claim(
      'Sie suchen jemanden, der sicherheitskritische Software nicht nur schreibt, sondern ihre Entwicklung führt. Bei der Elbtal Schienenfahrzeuge GmbH verantworte ich seit 2019 die Architektur der Türsteuerung nach EN 50128, die heute in 340 Fahrzeugen läuft.',
    ),
    claim('Das Team ist in dieser Zeit von drei auf elf Personen gewachsen, die Testabdeckung von 54 % auf 91 %.'),
    claim('Über eine Einladung zum Gespräch freue ich mich.'),
  ],
  closing: 'Mit freundlichen Grüßen',
  signature: 'Jörg Weißenböck-Größl',
})

export const SAMPLES = {
  english: ENGLISH,
  german: GERMAN,
  polish: POLISH,
  greek: GREEK,
  cyrillic: CYRILLIC,
  french: FRENCH,
  long: LONG,
  hostile: HOSTILE,
  sparse: SPARSE,
  'english-letter': ENGLISH_LETTER,
  'german-letter': GERMAN_LETTER,
} as const satisfies Readonly<Record<string, Sample>>
