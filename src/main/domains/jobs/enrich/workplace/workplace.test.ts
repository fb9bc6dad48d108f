import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Workplace } from '#shared/facts.ts'
import heldOut from './fixtures/heldout.json' with { type: 'json' }
import officeDays from './fixtures/office-days.json' with { type: 'json' }
import table from './fixtures/passages.json' with { type: 'json' }
import scopes from './fixtures/scopes.json' with { type: 'json' }
import { readWorkplace } from './workplace.ts'

// Passages written for this project, after the ways European postings say where the work is done.

const silent = { stated: null, locations: [], title: 'Data Engineer', descriptionText: '' }

function brief(input: Partial<Parameters<typeof readWorkplace>[0]>): string {
  const { workplace, remoteScope } = readWorkplace({ ...silent, ...input })
  return remoteScope ? `${workplace} ${remoteScope}` : workplace
}

const TEXTS: readonly (readonly [text: string, expected: string])[] = [
  // English
  ['This role is fully remote.', 'remote'],
  ['You can work 100% remote.', 'remote'],
  ['We are a remote-first company.', 'remote'],
  ['Acme | Data Engineer | Berlin | REMOTE | Full-time', 'remote'],
  ['Acme | Data Engineer | REMOTE (EU) | Full-time', 'remote eu'],
  ['Fully remote within Germany.', 'remote country'],
  ['This is a remote position within the EU.', 'remote eu'],
  ['Fully remote, anywhere in Europe.', 'remote eu'],
  ['Remote position, open to candidates worldwide.', 'remote worldwide'],
  ['Work from anywhere in the world.', 'remote worldwide'],
  ['Remote role across EMEA time zones.', 'remote emea'],
  ['This is a remote role. You must be based in Spain.', 'remote country'],
  ['Remote (UK only)', 'remote country'],
  ['Location: Berlin or remote', 'remote'],
  ['Hybrid or fully remote, as you like.', 'remote'],
  ['On-site in Munich or remote.', 'remote'],
  ['Hybrid working: three days a week in the office.', 'hybrid'],
  ['We work hybrid from our office in Leeds.', 'hybrid'],
  ['2-3 days per week in the office', 'hybrid'],
  ['Two days of home office per week.', 'hybrid'],
  ['You can work remotely two days a week.', 'hybrid'],
  ['Up to 60% remote.', 'hybrid'],
  ['A mix of remote and on-site work.', 'hybrid'],
  ['Home office is possible.', 'hybrid'],
  ['This is not a remote position.', 'onsite'],
  ['Remote work is not possible.', 'onsite'],
  ['No remote. We build hardware together.', 'onsite'],
  ['On-site only, in our Munich lab.', 'onsite'],
  ['You work five days a week in the office.', 'onsite'],
  ['This position is office-based in London.', 'onsite'],
  ['This is not a fully remote role; we are hybrid with two office days.', 'hybrid'],
  ['We process remote sensing data from satellites.', 'unknown'],
  ['You build tooling for remote teams.', 'unknown'],
  ['Experience with hybrid cloud and Azure.', 'unknown'],
  ['Enjoy our on-site gym and free parking.', 'unknown'],
  ['Work from abroad for up to 20 days per year within the EU.', 'unknown'],
  ['Work from anywhere for 4 weeks a year.', 'unknown'],
  ['A modern office in Karlsruhe with a roof terrace.', 'unknown'],
  ['You will maintain remote procedure calls and remote desktop access.', 'unknown'],
  ['A €500 home office budget.', 'unknown'],
  ['Our customers are spread worldwide.', 'unknown'],
  ['Work from our Berlin office at least 3 days a week.', 'hybrid'],
  ['This is an on-site role; remote work is not available.', 'onsite'],
  ['You manage remote and on-site teams.', 'unknown'],
  ['You can work remotely from Germany, Austria or Switzerland.', 'remote country'],
  // German
  ['Du arbeitest 100 % remote.', 'remote'],
  ['Die Stelle ist deutschlandweit remote möglich.', 'remote country'],
  ['Remote innerhalb Deutschlands, komplett remote.', 'remote country'],
  ['Arbeitsort: Berlin oder remote', 'remote'],
  ['Mobiles Arbeiten an bis zu drei Tagen pro Woche.', 'hybrid'],
  ['Homeoffice an bis zu zwei Tagen pro Woche.', 'hybrid'],
  ['Wir bieten hybrides Arbeiten.', 'hybrid'],
  ['Zwei Tage im Büro, der Rest von zu Hause aus.', 'hybrid'],
  ['Kein Homeoffice möglich.', 'onsite'],
  ['Homeoffice ist leider nicht möglich, wir arbeiten vor Ort.', 'onsite'],
  ['Du betreust unsere Kunden vor Ort.', 'unknown'],
  ['Betrieb hybrider Cloud-Umgebungen (Hybrid Cloud)', 'unknown'],
  ['Workation: bis zu 30 Tage im EU-Ausland arbeiten', 'unknown'],
  ['Präsenz an 3 Tagen pro Woche im Büro', 'hybrid'],
  ['Du kannst von überall arbeiten.', 'remote worldwide'],
  // French
  ['Télétravail : 2 à 3 jours par semaine', 'hybrid'],
  ['Poste basé à Paris, pas de full remote.', 'hybrid'],
  ['Poste en full remote, partout en France.', 'remote country'],
  ['100 % télétravail possible.', 'remote'],
  ['Télétravail 2 jours par semaine.', 'hybrid'],
  ['Deux jours de télétravail par semaine.', 'hybrid'],
  ['Rythme hybride.', 'hybrid'],
  ['Pas de télétravail.', 'onsite'],
  ['Poste 100% présentiel.', 'onsite'],
  // Dutch
  ['Volledig remote werken vanuit Nederland.', 'remote country'],
  ['Hybride werken: twee dagen op kantoor.', 'hybrid'],
  ['Je werkt twee dagen per week thuis, deels thuiswerken.', 'hybrid'],
  ['Thuiswerken is niet mogelijk.', 'onsite'],
  // Spanish
  ['Trabajo 100% remoto desde España.', 'remote country'],
  ['Modalidad híbrida: 3 días presenciales.', 'hybrid'],
  ['Dos días de teletrabajo a la semana.', 'hybrid'],
  ['No hay teletrabajo, trabajo presencial.', 'onsite'],
  // Polish
  ['Praca w pełni zdalna.', 'remote'],
  ['Praca hybrydowa, 2 dni w biurze.', 'hybrid'],
  ['Brak możliwości pracy zdalnej.', 'onsite'],
  ['Praca stacjonarna w Krakowie.', 'onsite'],
  // Swedish
  ['Tjänsten är helt på distans.', 'remote'],
  ['Hybridarbete, två dagar på kontoret i veckan.', 'hybrid'],
  ['Distansarbete är inte möjligt.', 'onsite'],
  // Italian
  ['Lavoro completamente da remoto in tutta Italia.', 'remote country'],
  ['Due giorni di smart working a settimana.', 'hybrid'],
  ['Modalità ibrida.', 'hybrid'],
  ['Non è previsto lo smart working.', 'onsite'],
  // Portuguese
  ['Trabalho 100% remoto em Portugal.', 'remote country'],
  ['Regime híbrido com 2 dias no escritório.', 'hybrid'],
  ['Sem teletrabalho.', 'onsite'],
]

interface FieldRow {
  readonly stated?: Workplace
  readonly locations?: readonly string[]
  readonly title?: string
  readonly descriptionText?: string
  readonly expected: string
}

const FIELDS: readonly FieldRow[] = [
  { locations: ['Berlin'], expected: 'unknown' },
  { locations: ['Remote'], expected: 'remote' },
  { locations: ['Remote – EMEA'], expected: 'remote emea' },
  { locations: ['Germany (Remote)'], expected: 'remote country' },
  { locations: ['Remote, Germany'], expected: 'remote country' },
  { locations: ['Remote - Europe'], expected: 'remote eu' },
  { locations: ['Remote (Worldwide)'], expected: 'remote worldwide' },
  { locations: ['Anywhere'], expected: 'remote worldwide' },
  { locations: ['Home Office'], expected: 'remote' },
  { locations: ['Berlin', 'Remote'], expected: 'remote' },
  { locations: ['Berlin or remote'], expected: 'remote' },
  { locations: ['Berlin / Remote'], expected: 'remote' },
  { locations: ['Hybrid - Warsaw, Poland'], expected: 'hybrid' },
  { locations: ['On-site, Madrid'], expected: 'onsite' },
  { title: 'Data Engineer (Remote)', expected: 'remote' },
  { title: 'Data Engineer (Hybrid)', expected: 'hybrid' },
  { title: 'Remote Sensing Engineer', expected: 'unknown' },
  { title: 'Hybrid Cloud Engineer', expected: 'unknown' },
  { title: 'Data Engineer (m/w/d), remote', locations: ['München'], expected: 'remote' },
  { stated: 'remote', locations: ['Berlin, Germany'], expected: 'remote' },
  { stated: 'remote', locations: ['Germany'], expected: 'remote country' },
  { stated: 'remote', descriptionText: 'Hybrid: 3 days per week in the office.', expected: 'hybrid' },
  { stated: 'remote', descriptionText: 'This is not a remote position.', expected: 'onsite' },
  { stated: 'onsite', descriptionText: 'A mix of work.', expected: 'onsite' },
  { stated: 'hybrid', descriptionText: 'We love remote work.', expected: 'hybrid' },
  { stated: 'unknown', locations: ['Remote'], expected: 'remote' },
]

const DAYS = officeDays.passages.map(([text, workplace, days]) => ({ descriptionText: String(text), workplace, days }))

describe('readWorkplace', () => {
  it.each(TEXTS)('reads %j as %j', (descriptionText, expected) => {
    expect(brief({ descriptionText })).toBe(expected)
  })

  it.each(table.passages)('in %s reads as %s: %j', (_language, expected, descriptionText) => {
    expect(readWorkplace({ ...silent, descriptionText }).workplace).toBe(expected)
  })

  it('agrees with passages that are older than the rules', () => {
    const wrong = heldOut.passages.filter(
      ([, expected = '', descriptionText = '']) => readWorkplace({ ...silent, descriptionText }).workplace !== expected,
    )
    expect(wrong.length / heldOut.passages.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.05)
  })

  it.each(FIELDS)('reads fields $stated $locations $title $descriptionText as $expected', ({ expected, ...input }) => {
    expect(brief(input)).toBe(expected)
  })

  it.each(DAYS)('reads $descriptionText as $workplace, $days days', ({ descriptionText, workplace, days }) => {
    const read = readWorkplace({ ...silent, descriptionText })
    expect([read.workplace, read.officeDays]).toEqual([workplace, days])
  })

  it.each(scopes.passages)('reads %j as %s from %s', (descriptionText, workplace, scope) => {
    const read = readWorkplace({ ...silent, descriptionText: descriptionText ?? '' })
    expect([read.workplace, read.remoteScope]).toEqual([workplace, scope])
  })

  it.each(scopes.fields)(
    'reads the location %j and the title %j as %s from %s',
    (location, title, workplace, scope) => {
      const read = readWorkplace({ ...silent, locations: location ? [location] : [], title: title ?? '' })
      expect([read.workplace, read.remoteScope]).toEqual([workplace, scope])
    },
  )

  it.each([
    [{ descriptionText: 'We work hybrid from Leeds.' }, { workplace: 'hybrid' }],
    [{ descriptionText: 'Fully remote within Germany.' }, { workplace: 'Fully remote', remoteScope: 'Germany' }],
    [{ locations: ['Remote – EMEA'] }, { workplace: 'Remote', remoteScope: 'EMEA' }],
    [{ title: 'Data Engineer (Hybrid)' }, { workplace: 'Hybrid' }],
    [{ descriptionText: '3 days a week in the office' }, { workplace: '3 days a week in the office' }],
    [{ stated: 'remote' as const, locations: ['Germany'] }, { remoteScope: 'Germany' }],
    [{ stated: 'onsite' as const, descriptionText: 'Some text.' }, {}],
    [{ descriptionText: 'A roof terrace.' }, {}],
  ])('quotes for %j the words %j', (input, words) => {
    expect(readWorkplace({ ...silent, ...input }).words).toEqual(words)
  })

  it('never throws, and has a scope only for remote work', () => {
    const piece = fc.constantFrom(
      'remote',
      'hybrid ',
      ' or ',
      'on-site',
      'Germany',
      ' in ',
      '3 days ',
      'a week',
      '. ',
      '(',
      '|',
      'worldwide',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        const fact = readWorkplace({ ...silent, title: text, locations: [text], descriptionText: text })
        expect(fact.remoteScope === null || fact.workplace === 'remote').toBe(true)
        expect(fact.officeDays === null || fact.workplace === 'hybrid' || fact.workplace === 'onsite').toBe(true)
        expect(fact.officeDays ?? 1).toBeGreaterThan(0)
        for (const words of Object.values(fact.words)) expect(text).toContain(words)
      }),
    )
  })

  it.each(['remote ', 'hybrid or ', '3 days ', '60 % office ', 'monday ', 'Based in the ', '\n', 'remote in Germany '])(
    'copes with 50 kB of %j',
    (piece) => {
      const descriptionText = piece.repeat(50_000 / piece.length)
      expect(() => readWorkplace({ ...silent, descriptionText })).not.toThrow()
    },
  )
})
