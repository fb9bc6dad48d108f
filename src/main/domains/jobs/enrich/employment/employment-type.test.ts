import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmploymentType } from './employment-type.ts'

const read = (title: string, descriptionText: string) => readEmploymentType({ title, descriptionText, stated: null })

describe('readEmploymentType', () => {
  it.each([
    ['Data Engineer (full-time)', 'full_time'],
    ['Data Engineer (Teilzeit)', 'part_time'],
    ['Data Engineer (Voll- oder Teilzeit)', 'full_time'],
    ['Data Engineer 36-40 uur', 'full_time'],
    ['Data Engineer (24-32 uur)', 'part_time'],
    ['Applikationsentwickler Java 80–100%', 'full_time'],
    ['Applikationsentwickler Java 60-80%', 'part_time'],
    ['Freelance Data Engineer', 'contract'],
    ['Contract Data Engineer', 'contract'],
    ['Data Engineer (B2B)', 'contract'],
    ['Data Engineer - Maternity Cover', 'temporary'],
    ['Interim Head of Data', 'temporary'],
    ['Stage Data Analyst', 'internship'],
    ['Internal Auditor', null],
    ['B2B Sales Manager', null],
    ['Product Manager B2B', null],
    ['Contract Manager', null],
    ['Smart Contract Engineer', null],
    ['Stage Manager', null],
    ['Data Engineer 100% remote', null],
  ])('reads the title "%s" as %s', (title, type) => {
    expect(read(title, '').employmentType).toBe(type)
  })

  it.each([
    ['Employment type: Full-time', 'full_time'],
    ['Employment type: Contract', 'contract'],
    ['This is a 6-month contract role, outside IR35.', 'contract'],
    ['We need a contractor for four months, three days a week.', 'contract'],
    ['Freelance assignment, five days a week until the end of the year.', 'contract'],
    ['This is a fixed-term appointment for eighteen months.', 'temporary'],
    ['Part-time post, 21 hours, job share considered.', 'part_time'],
    ['Vollzeit, Teilzeit möglich.', 'full_time'],
    ['Ein unbefristeter Vertrag in Vollzeit.', 'full_time'],
    ['Die Stelle ist auf zwei Jahre befristet, Vollzeit.', 'temporary'],
    ['Verstärkung in Teilzeit (20 Wochenstunden).', 'part_time'],
    ['Für einen Kunden suchen wir eine freiberufliche Unterstützung.', 'contract'],
    ['Pensum: 80–100 %', 'full_time'],
    ['Poste en CDD de 12 mois à temps plein.', 'temporary'],
    ['Poste à temps partiel (80%).', 'part_time'],
    ['Nous cherchons un développeur freelance.', 'contract'],
    ["Voor een opdracht zoeken we een zzp'er.", 'contract'],
    ['Je werkt 24 uur per week.', 'part_time'],
    ['Een contract voor 32 tot 40 uur per week.', 'full_time'],
    ['Contract voor bepaalde tijd.', 'temporary'],
    ['Contrato a jornada completa.', 'full_time'],
    ['Es un trabajo a media jornada.', 'part_time'],
    ['Contrato temporal de diez meses.', 'temporary'],
    ['Współpraca wyłącznie na podstawie kontraktu B2B.', 'contract'],
    ['Pełny etat, umowa o pracę lub B2B.', 'full_time'],
    ['Praca na niepełny etat.', 'part_time'],
    ['Umowa na czas określony.', 'temporary'],
    ['Vi söker en vikarie under en föräldraledighet.', 'temporary'],
    ['Anställningen är tillsvidare på heltid.', 'full_time'],
    ['Deltid 50 %, Malmö.', 'part_time'],
    ['Assumiamo a tempo determinato per dodici mesi.', 'temporary'],
    ['Collaborazione in partita IVA.', 'contract'],
    ['Contratto part-time di 20 ore settimanali.', 'part_time'],
    ['Contrato a termo certo de 6 meses.', 'temporary'],
    ['Regime de recibos verdes.', 'contract'],
    ['Trabalho a tempo parcial.', 'part_time'],
  ])('reads the text "%s" as %s', (text, type) => {
    expect(read('Engineer', text).employmentType).toBe(type)
  })

  it.each([
    'You know contract law and smart contracts.',
    'We write contract management software.',
    'Part-time models that fit your life.',
    'Happy to consider part-time applicants.',
    'Requires 5 years of full-time experience.',
    'We have 40 full-time employees.',
    'Our tool saves teams 20 hours per week.',
    'No contractors or agencies please.',
    'This is not a contract role.',
    'We work with freelancers all over the world.',
    "You'll help our interns in July.",
    'Unbefristete Festanstellung mit 30 Tagen Urlaub.',
    'Teilzeit möglich.',
    'A 38-hour week and 30 days of holiday.',
    'Meetings are limited to two a day.',
    'Die Stelle ist grundsätzlich teilzeitgeeignet.',
    'Poste en CDI à Lyon.',
    'Vous coordonnez nos freelances et agences.',
    'Contract voor onbepaalde tijd.',
    'Umowa o pracę lub kontrakt B2B.',
    'Umowa na czas nieokreślony.',
    'Contrato sem termo.',
    '',
  ])('takes nothing for said: %s', (text) => {
    expect(read('Engineer', text).employmentType).toBeNull()
  })

  it.each([
    ['Praktikum Data Science', 'Die Stelle ist in Vollzeit.', 'internship'],
    ['Engineer (Vollzeit)', 'Die Stelle ist befristet bis 31.12.2027.', 'temporary'],
    ['Interim Data Engineer', "We zoeken een zzp'er.", 'contract'],
    ['Werkstudent (m/w/d)', 'Du arbeitest 16 bis 20 Stunden pro Woche.', 'part_time'],
    ['Werkstudent (m/w/d)', 'Du hilfst uns.', 'internship'],
  ])('lets the more telling of title and text win: %s / %s', (title, text, type) => {
    expect(read(title, text).employmentType).toBe(type)
  })

  it('believes the source before the words, and then quotes none', () => {
    expect(readEmploymentType({ title: 'Intern', descriptionText: '', stated: 'full_time' })).toEqual({
      employmentType: 'full_time',
      words: null,
    })
  })

  it.each([
    ['Data Engineer (Vollzeit)', '', 'Vollzeit'],
    ['Engineer', 'Wir bieten eine Vollzeitstelle in Kiel.', 'Vollzeitstelle'],
    ['Engineer', 'Je werkt 24 uur per week.', '24 uur per week'],
  ])('quotes the words that decided: %s / %s', (title, text, words) => {
    expect(read(title, text).words).toBe(words)
  })

  it('never throws, and quotes only what is there', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (title, text) => {
        const { words } = read(title, text)
        expect(words === null || title.includes(words) || text.includes(words)).toBe(true)
      }),
    )
  })
})
