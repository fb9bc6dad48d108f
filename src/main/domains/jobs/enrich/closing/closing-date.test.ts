import { assert, constantFrom, integer, array, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClosingDate } from './closing-date.ts'

const POSTED = Date.UTC(2026, 10, 28, 9)
const read = (descriptionText: string, from: number | null = POSTED, countryCode: string | null = null) =>
  readClosingDate({ descriptionText, from, countryCode })
const dayOf = (found: ReturnType<typeof read>) => found && new Date(found.closesAt).toISOString().slice(0, 10)

describe('readClosingDate', () => {
  it.each([
    ['Bewerbungsfrist: 15.01.2027', '2027-01-15'],
    ['Bewerbungsfrist\n15.12.26', '2026-12-15'],
    ['Bewerbungsschluss ist der 15. Januar.', '2027-01-15'],
    ['Bitte bewerben Sie sich bis zum 15.01.2027 über unser Portal.', '2027-01-15'],
    ['Wir freuen uns auf deine Bewerbung bis zum 15. Januar.', '2027-01-15'],
    ['Apply by January 31st, 2027.', '2027-01-31'],
    ['Applications close at 5pm on Sunday 31 January 2027.', '2027-01-31'],
    ['Please send your CV before 31 January.', '2027-01-31'],
    ['Apply by 01/31/2027', '2027-01-31'],
    ['Date limite : 12/01/2027', '2027-01-12'],
    ["Les candidatures sont reçues jusqu'au 12 janvier.", '2027-01-12'],
    ['Envoyez votre candidature au plus tard le 1er février 2027.', '2027-02-01'],
    ['Reageren kan tot en met 15 januari.', '2027-01-15'],
    ['Sluitingsdatum: 15 januari 2027', '2027-01-15'],
    ['Envía tu CV antes del 12 de mayo.', '2027-05-12'],
    ['Plazo de presentación de solicitudes hasta el 15/01/2027.', '2027-01-15'],
    ['Dokumenty prosimy składać do dnia 15 stycznia 2027.', '2027-01-15'],
    ['Sista ansökningsdag 2027-01-15', '2027-01-15'],
    ['Ansökan skickas in senast den 9 maj.', '2027-05-09'],
    ['Le domande vanno presentate entro le ore 12 del 14 maggio.', '2027-05-14'],
    ['Envia a tua candidatura até 15 de janeiro.', '2027-01-15'],
    ['Ansøgningsfrist: 15. januar 2027', '2027-01-15'],
    ['Hakuaika päättyy 15.1.2027', '2027-01-15'],
  ])('reads "%s" as %s', (text, day) => {
    expect(dayOf(read(text))).toBe(day)
  })

  it.each([
    'Bewerbungsfrist: 15.01.2024',
    'Bewerbungsfrist: 15.01.2029',
    'Bewerbungsfrist: 31.02.2027',
    'Bewerbungsgespräche finden am 20.01.2027 statt.',
    'Die Stelle ist bis zum 31. Dezember 2027 befristet. Bewirb dich jetzt!',
    'Bewirb dich jetzt für einen bis zum 31.12.2026 befristeten Vertrag.',
    'Start date: 1 February 2027. Apply now.',
    'Closing date: the last Friday of the month.',
    'Interviews will take place before 15 January 2027; apply now.',
    'We were founded on 12 May 2015.',
    'Deadline: ASAP',
    '',
  ])('takes no other date, and none that cannot be: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('takes a date without a year for the next one after the posting, and for none without the posting’s date', () => {
    expect(dayOf(read('Apply by 28 November'))).toBe('2026-11-28')
    expect(dayOf(read('Apply by 27 November'))).toBe('2027-11-27')
    expect(read('Apply by 28 November', null)).toBeNull()
    expect(dayOf(read('Apply by 28 November 2026', null))).toBe('2026-11-28')
  })

  it('reads figures month first in the United States only', () => {
    expect(dayOf(read('Apply by 02/01/2027'))).toBe('2027-01-02')
    expect(dayOf(read('Apply by 02/01/2027', POSTED, 'US'))).toBe('2027-02-01')
  })

  it('never throws, quotes only what is there and gives a day within a year', () => {
    const piece = constantFrom(
      'Bewerbungsfrist',
      'apply by',
      'bis zum',
      '15.01.2027',
      '31 January',
      ' ',
      '\n',
      '.',
      '2027-13-40',
    )
    assert(
      property(array(piece, { maxLength: 30 }), string({ unit: 'binary' }), integer(), (pieces, noise, from) => {
        const text = pieces.join(' ') + noise
        const found = read(text, from)
        expect(found === null || text.includes(found.words)).toBe(true)
        expect(found === null || found.closesAt <= from + 366 * 86_400_000).toBe(true)
      }),
    )
  })
})
