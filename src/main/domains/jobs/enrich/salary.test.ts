import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SalaryFact } from '#shared/facts.ts'
import { readSalary } from './salary.ts'

// All passages were written for this project, after the forms in which European postings state (and do not state) pay.

function brief(fact: SalaryFact | null): string | null {
  if (!fact) return null
  const { min, max, currency, period } = fact
  const figures = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`
  return `${figures} ${currency} ${period}`
}

const silent = { statedSalary: null, salaryText: null, title: 'Data Engineer', countryCode: null }

type Row = readonly [text: string, expected: string, countryCode?: string]

const STATED: readonly Row[] = [
  // English
  ['Salary: €60,000 - €75,000 per year.', '60000..75000 EUR year'],
  ['Salary: £55k', '55000 GBP year'],
  ['Salary: €45,000 (40 hours per week)', '45000 EUR year'],
  ['Salary: €3,800 per month, 36 hours a week', '3800 EUR month'],
  ['Salary: €45,000 for a full working week of 40 hours', '45000 EUR year'],
  [
    'The salary range for this role is £50,000–£65,000 gross per annum, depending on experience.',
    '50000..65000 GBP year',
  ],
  ['Annual salary between 57,000 and 76,000 EUR.', '57000..76000 EUR year'],
  ['Compensation: EUR 70000 to 90000 plus benefits.', '70000..90000 EUR year'],
  ['€65k - €78k, depending on your level.', '65000..78000 EUR year'],
  ['Salary band 48-55k EUR. We welcome applications.', '48000..55000 EUR year'],
  ['Monthly gross salary between 7,350 and 10,250 EUR.', '7350..10250 EUR month'],
  ['We pay up to €80,000 per year.', '..80000 EUR year'],
  ['Salary from £45,000 per annum.', '45000.. GBP year'],
  ['Pay: £60k+ and a great team.', '60000.. GBP year'],
  ['Day rate: £450 - £550 per day, outside IR35.', '450..550 GBP day'],
  ['Rate: €85/h for twelve months.', '85 EUR hour'],
  ['The pay for this internship is €1,200 per month.', '1200 EUR month'],
  ['Base salary £50k, OTE £80k.', '50000 GBP year'],
  ['£80k OTE (base salary £50,000).', '50000 GBP year'],
  ['€60,000 base salary + €20,000 bonus', '60000 EUR year'],
  ['Salary: $120,000 - $150,000', '120000..150000 USD year', 'US'],
  ['Salary: $120,000 - $150,000', '120000..150000 CAD year', 'CA'],
  ['Compensation: US$140K–US$170K plus equity', '140000..170000 USD year', 'DE'],
  ['The base pay is $62.50 per hour.', '62.5 USD hour', 'US'],
  ["Salary: CHF 120'000 - 140'000", '120000..140000 CHF year', 'CH'],
  ['Salary: CHF 9,500 per month', '9500 CHF month', 'CH'],
  ['Salary range\n€60,000 – €75,000', '60000..75000 EUR year'],
  ['Acme Robotics | Berlin | Data Engineer | €70k-€90k | REMOTE', '70000..90000 EUR year'],
  ['Junior: €45-55k, Senior: €65-75k. Both salaries are gross.', '45000..55000 EUR year'],
  ['£42,000 to £48,000 pa', '42000..48000 GBP year'],
  ['On top of a €2,000 learning budget we offer a salary of €64,000.', '64000 EUR year'],
  ['Our salary is at least €50,000 gross a year.', '50000.. EUR year'],
  ['Total compensation: €95,000 including bonus.', '95000 EUR year'],
  ['EUR60,000-EUR72,000 gross per year', '60000..72000 EUR year'],
  ['Gross salary of 3 200 € / month', '3200 EUR month'],
  // German
  ['Gehalt: 60.000–75.000 €', '60000..75000 EUR year', 'DE'],
  ['Jahresgehalt: 60.000 - 75.000 Euro brutto.', '60000..75000 EUR year', 'DE'],
  ['Gehaltsspanne 60.000 € bis 75.000 € pro Jahr.', '60000..75000 EUR year', 'DE'],
  ['Vergütung zwischen 60.000 und 75.000 EUR im Jahr, je nach Erfahrung.', '60000..75000 EUR year', 'DE'],
  ['Gehalt: 4.500 – 5.200 € brutto im Monat.', '4500..5200 EUR month', 'DE'],
  ['Wir zahlen bis zu 90.000 € p.a.', '..90000 EUR year', 'DE'],
  ['Ab 55.000 € Jahresgehalt, je nach Erfahrung', '55000.. EUR year', 'DE'],
  [
    'Das Mindestgehalt beträgt EUR 3.500,- brutto pro Monat (14x), Bereitschaft zur Überzahlung.',
    '3500.. EUR month',
    'AT',
  ],
  ['Stundenlohn: 13,90 €', '13.9 EUR hour', 'DE'],
  ['Vergütung von 16 € pro Stunde für Werkstudierende', '16 EUR hour', 'DE'],
  ['Tagessatz 850 €', '850 EUR day', 'DE'],
  ['Jahresbrutto 65-80 T€', '65000..80000 EUR year', 'DE'],
  ['Lohn: CHF 95’000.– bis 110’000.– pro Jahr', '95000..110000 CHF year', 'CH'],
  ['Gehalt von ca. 4.200,50 EUR monatlich', '4200.5 EUR month', 'DE'],
  ['Ihr Gehalt: mind. 48.000 Euro brutto/Jahr', '48000.. EUR year', 'DE'],
  ['Gehaltsrahmen: 60.000 - 70.000 brutto jährlich', '60000..70000 EUR year', 'DE'],
  ['Wir bieten ein Jahresbruttogehalt von 1.234,56 € pro Monat', '1234.56 EUR month', 'DE'],
  ['Ausbildungsvergütung: 1.218,26 Euro pro Monat', '1218.26 EUR month', 'DE'],
  // French
  ['Salaire : 45 000 € à 55 000 € brut annuel', '45000..55000 EUR year', 'FR'],
  ['Rémunération : 45-55 k€ selon expérience', '45000..55000 EUR year', 'FR'],
  ['Salaire jusqu’à 60 000 € par an', '..60000 EUR year', 'FR'],
  ['À partir de 38 000 € brut par an', '38000.. EUR year', 'FR'],
  ['Fixe entre 40 et 50 K€ + variable', '40000..50000 EUR year', 'FR'],
  ['TJM : 500 € - 600 €', '500..600 EUR day', 'FR'],
  ['Gratification de stage : 1 000 € par mois', '1000 EUR month', 'FR'],
  ['Salaire mensuel brut de 2 800 €', '2800 EUR month', 'FR'],
  ['Package : 55K€ fixe + 10K€ de prime', '55000 EUR year', 'FR'],
  ['Rémunération de 12,50 € de l’heure', '12.5 EUR hour', 'FR'],
  // Dutch
  ['Salaris: €4.500 - €6.000 bruto per maand', '4500..6000 EUR month', 'NL'],
  ['Een salaris van €4.500/maand', '4500 EUR month', 'NL'],
  ['Salaris tot € 85.000 per jaar', '..85000 EUR year', 'NL'],
  ['Een bruto maandsalaris tussen € 3.800,- en € 5.200,-', '3800..5200 EUR month', 'NL'],
  ['Uurtarief: € 90 tot € 105 per uur', '90..105 EUR hour', 'NL'],
  ['Vanaf € 60.000 bruto per jaar', '60000.. EUR year', 'NL'],
  ['Een salaris tussen de €4.200 en €5.600 bruto per maand (schaal 10)', '4200..5600 EUR month', 'NL'],
  ['Stagevergoeding van €500 per maand', '500 EUR month', 'NL'],
  // Spanish
  ['Salario: 35.000€ - 45.000€ brutos anuales', '35000..45000 EUR year', 'ES'],
  ['Banda salarial de 40.000 a 50.000 euros brutos al año', '40000..50000 EUR year', 'ES'],
  ['Sueldo hasta 60k €', '..60000 EUR year', 'ES'],
  ['Salario desde 30.000 € brutos/año', '30000.. EUR year', 'ES'],
  ['Retribución: 2.100 € al mes', '2100 EUR month', 'ES'],
  ['Salario entre 38 y 45 mil euros', '38000..45000 EUR year', 'ES'],
  // Polish
  [
    'Wynagrodzenie: 18 000 - 24 000 PLN netto + VAT (B2B) / 15 000 - 20 000 PLN brutto (UoP)',
    '18000..24000 PLN month',
    'PL',
  ],
  ['Widełki: 15 000 – 20 000 zł brutto', '15000..20000 PLN month', 'PL'],
  ['Stawka 140-170 zł/h netto + VAT', '140..170 PLN hour', 'PL'],
  ['Od 12 000 do 16 000 zł miesięcznie', '12000..16000 PLN month', 'PL'],
  ['Wynagrodzenie do 25 tys. zł miesięcznie', '..25000 PLN month', 'PL'],
  ['B2B: 20 000 - 26 000 PLN net + VAT', '20000..26000 PLN month', 'PL'],
  ['Salary: PLN 205k - PLN 275k per year', '205000..275000 PLN year', 'PL'],
  // Scandinavian
  ['Lön: 45 000 - 55 000 kr/mån', '45000..55000 SEK month', 'SE'],
  ['Månadslön 42 000 kr', '42000 SEK month', 'SE'],
  ['Lønn: kr 650 000 - 750 000 per år', '650000..750000 NOK year', 'NO'],
  ['Løn: 48.000-55.000 kr. pr. måned', '48000..55000 DKK month', 'DK'],
  ['Salary: SEK 490k - SEK 580k', '490000..580000 SEK year', 'SE'],
  ['Årslönen ligger mellan 540 000 och 600 000 kronor', '540000..600000 SEK year', 'SE'],
  ['Timlön: 185 kr', '185 SEK hour', 'SE'],
  // Italian, Portuguese, Czech, Hungarian, Romanian
  ['RAL: 35.000 - 45.000 €', '35000..45000 EUR year', 'IT'],
  ['Retribuzione annua lorda fino a 50.000 euro', '..50000 EUR year', 'IT'],
  ['RAL 38-45k in base all’esperienza', '38000..45000 EUR year', 'IT'],
  ['Stipendio da 1.800 a 2.200 € al mese', '1800..2200 EUR month', 'IT'],
  ['Salário: 2.500 € - 3.200 € por mês', '2500..3200 EUR month', 'PT'],
  ['Remuneração anual bruta até 48.000 €', '..48000 EUR year', 'PT'],
  ['Mzda: 70 000 - 95 000 Kč měsíčně', '70000..95000 CZK month', 'CZ'],
  ['Gross salary: 900 000 - 1 200 000 HUF / month', '900000..1200000 HUF month', 'HU'],
  ['Salary: 12.000 - 16.000 lei net per month', '12000..16000 RON month', 'RO'],
  ['Wynagrodzenie: 15 000 - 20 000 brutto', '15000..20000 PLN month', 'PL'],
  ['RAL fino a 45k', '..45000 EUR year', 'IT'],
  ['c. £60,000', '60000 GBP year', 'GB'],
  ['80 000 - 110 000 Kč', '80000..110000 CZK month', 'CZ'],
]

const NOT_PAY: readonly (readonly [text: string, countryCode?: string])[] = [
  ['We serve 10k users in 12 countries.'],
  ['We raised €30M in Series B funding.'],
  ['Benefits include a 401k match of 4%.', 'US'],
  ['Funding period 2024-2026.'],
  ['Call us: +49 30 1234 5678.', 'DE'],
  ['We are ISO 27001 certified.'],
  ['Ein Unternehmen mit 10.000 Mitarbeitern weltweit', 'DE'],
  ['You manage a budget of €500,000 per year.'],
  ['Training budget: €1,000 per year.'],
  ['An annual learning budget of €1,500.'],
  ['Referral bonus of €3,000.'],
  ['Meal vouchers of €8 per day.'],
  ['Contracts worth €50,000 to €200,000.'],
  ['Average deal size of €60k-€80k.'],
  ['Individuelles Weiterbildungsbudget von 1.500 Euro pro Jahr.', 'DE'],
  ['Our platform processes 500,000 transactions per day.'],
  ['Sign-on bonus of up to €10,000.'],
  ['Relocation allowance: €5,000 to €7,500.'],
  ['€50 per month for your gym membership'],
  ['We have grown to $40 million ARR.', 'US'],
  ['You own a sales target of €800,000 per year.'],
  ['Companies save €20,000 a year with our product.'],
  ['Salary range 80-100% workload', 'CH'],
  ['Reference number 60000-75000', 'DE'],
  ['Attractive salary in a company with 10.000 - 20.000 employees', 'DE'],
  ['Competitive salary, 30 days of vacation, 38.5 hours per week', 'DE'],
  // A week is none of the periods, and nothing is reckoned.
  ['Pay: £650–£800 a week', 'GB'],
  ['Salary: €700 gross per week', 'IE'],
  ['Lohn: 700 € pro Woche', 'DE'],
  ['Salaire : 700 € brut par semaine', 'FR'],
  ['Founded in 1998, 25 000 customers trust us.'],
  ['Zuschuss zum Deutschlandticket: 49 € pro Monat', 'DE'],
  ['Essenszuschuss von 7,50 € pro Tag', 'DE'],
  ['Umsatz von 50.000 € pro Monat', 'DE'],
  ['Prime de cooptation de 2 000 €', 'FR'],
  ['Levée de fonds de 15 millions d’euros', 'FR'],
  ['Tickets restaurant de 9 € par jour', 'FR'],
  ['Budget de formation : 1 500 € par an', 'FR'],
  ['Opleidingsbudget van €2.000 per jaar', 'NL'],
  ['Reiskostenvergoeding van €0,23 per km', 'NL'],
  ['Presupuesto de formación de 1.200 € al año', 'ES'],
  ['Facturación de 20.000.000 € anuales', 'ES'],
  ['Budżet szkoleniowy 5 000 zł rocznie', 'PL'],
  ['Premia za polecenie: 6 000 PLN', 'PL'],
  ['Friskvårdsbidrag på 5 000 kr per år', 'SE'],
  ['Omsättning på 900 000 kr per månad', 'SE'],
  ['Buoni pasto da 8 € al giorno', 'IT'],
  ['Fatturato di 50.000 € al mese', 'IT'],
  ['Subsídio de refeição de 9,60 € por dia', 'PT'],
  ['The EU Blue Card salary threshold is €48,300 per year.'],
  ['Fines of up to €20,000 per year'],
  ['Win a prize of €10,000!'],
  ['A home office allowance of €40 per month'],
  ['Stock options worth €20,000 per year'],
  ['Our cloud costs are €60,000 - €80,000 per month.'],
  ['Tickets from €60 to €75'],
  ['Donations of €10,000 - €20,000 to charity'],
  ['Managing ad spend of £50k - £100k per month'],
  ['You manage a P&L of €500,000 - €1,000,000'],
  ['Pension: 5% of salary up to £50,000', 'GB'],
  ['Earn up to £1,000 for every friend you refer', 'GB'],
  ['5-7 years of experience, C1 German, 24/7 on-call'],
]

describe('readSalary', () => {
  it.each(STATED.map(([text, expected, code]) => ({ text, expected, code: code ?? null })))(
    'reads pay from $text as $expected',
    ({ text: descriptionText, expected, code: countryCode }) => {
      const fact = readSalary({ ...silent, descriptionText, countryCode })
      expect(brief(fact)).toBe(expected)
      expect(descriptionText).toContain(fact?.evidence ?? 'nothing')
    },
  )

  it.each(NOT_PAY.map(([text, code]) => ({ text, code: code ?? null })))(
    'takes no pay from $text',
    ({ text: descriptionText, code: countryCode }) => {
      expect(brief(readSalary({ ...silent, descriptionText, countryCode }))).toBeNull()
    },
  )

  it.each([
    ['45 000 kr', 'SE', '45000 SEK month'],
    ['€60.000', null, '60000 EUR year'],
    ['60000-75000', 'DE', '60000..75000 EUR year'],
    ['Competitive', 'DE', null],
    ['£350 - £400 per day', 'GB', '350..400 GBP day'],
    ['45 000 kr', null, null],
  ])('reads the salary line %j of a source in %s as %j', (salaryText, countryCode, expected) => {
    expect(brief(readSalary({ ...silent, salaryText, descriptionText: '', countryCode }))).toBe(expected)
  })

  it.each([
    ['Senior Engineer (€80k-€95k)', '80000..95000 EUR year'],
    ['Data Scientist - £600 per day', '600 GBP day'],
    ['Python Developer, up to 70k €', '..70000 EUR year'],
    ['Engineer 2024 - 2 positions', null],
    ['Sales Manager for accounts of €100k', null],
  ])('reads the title %j as %j', (title, expected) => {
    expect(brief(readSalary({ ...silent, title, descriptionText: '' }))).toBe(expected)
  })

  it('takes the structured field over the words, without evidence', () => {
    const statedSalary = { min: 50_000, max: 60_000, currency: 'eur', period: 'year' as const }
    const fact = readSalary({ ...silent, statedSalary, descriptionText: 'Salary: €70,000 per year' })
    expect(fact).toEqual({
      min: 50_000,
      max: 60_000,
      currency: 'EUR',
      period: 'year',
      evidence: null,
      yearEur: { min: 50_000, max: 60_000, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    })
  })

  it.each([
    [{ min: 0, max: 0, currency: 'EUR', period: 'year' as const }],
    [{ min: null, max: null, currency: 'EUR', period: 'year' as const }],
    [{ min: Number.NaN, max: -5, currency: 'EUR', period: 'year' as const }],
    [{ min: 50_000, max: 60_000, currency: '', period: 'year' as const }],
  ])('passes over a structured field that says nothing: %j', (statedSalary) => {
    expect(brief(readSalary({ ...silent, statedSalary, descriptionText: 'Salary: €70,000 per year' }))).toBe(
      '70000 EUR year',
    )
  })

  it('puts swapped structured bounds in order', () => {
    const statedSalary = { min: 60_000, max: 50_000, currency: 'EUR', period: 'year' as const }
    expect(brief(readSalary({ ...silent, statedSalary, descriptionText: '' }))).toBe('50000..60000 EUR year')
  })

  it('never throws, and quotes only what is there', () => {
    const piece = fc.constantFrom(
      '€',
      '60k',
      '60.000',
      ' - ',
      'Salary: ',
      '\n',
      'per month',
      'kr',
      'up to ',
      'x',
      '(',
      '401k',
      '. ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const descriptionText = pieces.join('')
        const fact = readSalary({ ...silent, descriptionText, countryCode: 'SE' })
        if (!fact) return
        expect(descriptionText).toContain(fact.evidence)
        expect(fact.min ?? fact.max).not.toBeNull()
        expect((fact.min ?? 0) <= (fact.max ?? Infinity)).toBe(true)
      }),
    )
  })

  it.each(['1', '1 ', '€1 ', '1-', '60.000 ', 'Gehalt ', '€60k - ', '(', '1.'])('copes with 50 kB of %j', (piece) => {
    const descriptionText = piece.repeat(50_000 / piece.length)
    expect(() => readSalary({ ...silent, descriptionText })).not.toThrow()
  })
})
