import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyKey } from './company-key.ts'
import { fingerprintOf, placeKey } from './keys.ts'
import { titleKey } from './title-key.ts'

const CONTEXT = { company: 'Acme GmbH', places: ['München, Bayern', 'Munich', 'Berlin', 'Deutschland', 'Germany'] }

describe('titleKey', () => {
  it.each([
    ['Senior Data Engineer (m/w/d)', 'data engineer senior'],
    ['Sr. Data Engineer | Acme', 'data engineer senior'],
    ['(Senior) Data Engineer*in (all genders) in München', 'data engineer senior'],
    ['Data Engineer, Senior - Berlin', 'data engineer senior'],
    ['QA Engineer - m/f/d - Munich - Germany', 'engineer qa'],
    ['Remote Data Engineer', 'data engineer'],
    ['Data Engineer (Remote, Germany)', 'data engineer'],
    ['Data Engineer 100% remote', 'data engineer'],
    ['Data Engineer - 80-100% - ab sofort', 'data engineer'],
    ['Java Entwickler (w/m/d) – remote möglich', 'developer java'],
    ['Entwickler/in Backend', 'backend developer'],
    ['EntwicklerIn (gn) Backend', 'backend developer'],
    ['Backend-Entwickler:in', 'backend developer'],
    ['Constructor Java', 'constructor java'],
    ['Softwareentwicklerin Java', 'developer java software'],
    ['Développeur·se Full Stack H/F', 'developer fullstack'],
    ['Ingénieur.e Données', 'data engineer'],
    ['Kaufmann/-frau für Büromanagement', 'buromanagement kaufmann'],
    ['Ontwikkelaar (m/v/x) Java', 'developer java'],
    ['Data Engineer #12345', 'data engineer'],
    ['Data Engineer (Ref. JR-12345)', 'data engineer'],
    ['Data Engineer [60.000 - 78.000 EUR]', 'data engineer'],
    ['Acme: Product Manager', 'manager product'],
    ['Product Manager at Acme', 'manager product'],
    ['🚀 Data Analyst in Vollzeit 🚀', 'analyst data'],
    ['Data Analyst (he/she/they)', 'analyst data'],
    ['Data Analyst bei Acme', 'analyst data'],
    ['Data Analyst (Vollzeit/Teilzeit)', 'analyst data'],
    ['Data Analyst | 32-40 uur', 'analyst data'],
    ['Data Analyst ab 01.09.2026', 'analyst data'],
    ['Data Analyst (70-90k)', 'analyst data'],
    ['[60199] Data Analyst', 'analyst data'],
    ['Data Analyst - 2026-1234', 'analyst data'],
    ['Wir suchen: Data Analyst', 'analyst data'],
    ["Offre d'emploi : Data Analyst", 'analyst data'],
  ])('leaves out what decorates a title: %s', (title, key) => {
    expect(titleKey(title, CONTEXT)).toBe(key)
  })

  it.each([
    ['Datenanalystin (m/w/d)', 'Data Analyst'],
    ['Softwareentwickler/Softwareentwicklerin', 'Software Developer'],
    ['Ingeniero de datos', 'Data Engineer'],
    ['Ingénieur de données', 'Data Engineer'],
    ['Inżynier danych', 'Data Engineer'],
    ['Dataingenjör', 'Data Engineer'],
    ['Engenheiro(a) de Dados', 'Data Engineer'],
    ['Sviluppatrice backend', 'Backend Developer'],
    ['Programista/Programistka Java', 'Java Developer'],
    ['Mjukvaruutvecklare', 'Software Developer'],
    ['Projektleiter (m/w/d)', 'Project Manager'],
    ['Chef de projet H/F', 'Project Manager'],
    ['Vertriebsingenieur', 'Sales Engineer'],
    ['Praktikum Data Science', 'Data Science Internship'],
    ['Stage Data Analyst H/F', 'Intern Data Analyst'],
    ['SRE', 'Site Reliability Engineer'],
    ['Business-Intelligence-Entwickler', 'BI Developer'],
    ['Data Engineer (Level 2)', 'Data Engineer II'],
    ['SWE II', 'Software Engineer II'],
  ])('is one in every language and spelling: %s / %s', (one, other) => {
    expect(titleKey(one, CONTEXT)).toBe(titleKey(other, CONTEXT))
  })

  it.each([
    ['Data Engineer, Team A', 'Data Engineer, Team B'],
    ['Data Engineer (Elternzeitvertretung)', 'Data Engineer'],
    ['Software Developer in Test', 'Software Developer'],
  ])('stays another for another job: %s / %s', (one, other) => {
    expect(titleKey(one, CONTEXT)).not.toBe(titleKey(other, CONTEXT))
  })

  it.each([
    ['Software Engineer I', '1 engineer software'],
    ['Software Engineer I in Berlin', '1 engineer software'],
    ['Software Engineer II', '2 engineer software'],
    ['Utvecklare i Berlin', 'developer'],
    ['Data Engineer (Teilzeit)', 'data engineer parttime'],
    ['Graduate Programme 2027', '2027 graduate programme'],
    ['Remote Sensing Engineer', 'engineer remote sensing'],
    ['Hybrid Cloud Engineer', 'cloud engineer hybrid'],
    ['LinkedIn Ads Manager', 'ads linkedin manager'],
    ['C# / .NET Developer', '.net c# developer'],
    ['C++ Developer', 'c++ developer'],
    ['R&D Engineer', 'engineer rd'],
    ['Key/Value Store Engineer', 'engineer key store value'],
    ['Senior Engineer – Payments', 'engineer payments senior'],
    ['Sales Manager New Business', 'business manager new sales'],
    ['Data Engineer - Hamburg', 'data engineer hamburg'],
    ['Remote', 'remote'],
  ])('keeps what makes it another job: %s', (title, key) => {
    expect(titleKey(title, CONTEXT)).toBe(key)
  })

  it('never throws, whatever the title', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('(', 'm/', '€1', '-', ' i ', 'ref ', '1-', 'a/').map((part) => part.repeat(100)),
    )
    const gives = fc.property(nasty, (title) => typeof titleKey(title, CONTEXT) === 'string')
    expect(fc.check(gives, { numRuns: 1000 }).counterexample).toBeNull()
  })

  it('is never empty for a title with letters, or every such title would look the same', () => {
    const isFilled = fc.property(
      fc.stringMatching(/^[a-zA-Z ]{1,40}[a-zA-Z]$/),
      (title) => titleKey(title, CONTEXT) !== '',
    )
    expect(fc.check(isFilled, { numRuns: 1000 }).counterexample).toBeNull()
  })
})

describe('companyKey', () => {
  it.each([
    ['Müller & Söhne GmbH & Co. KG', 'muller sohne'],
    ['Mueller und Soehne', 'muller sohne'],
    ['ACME SP. Z O.O.', 'acme'],
    ['Acme Sp. z o. o.', 'acme'],
    ['Acme S.p.A.', 'acme'],
    ['Acme, Inc.', 'acme'],
    ['Acme, spol. s r.o.', 'acme'],
    ['Acme S. R. L.', 'acme'],
    ['Acme Unipessoal Lda.', 'acme'],
    ['Bosch UG (haftungsbeschränkt)', 'bosch'],
    ['Novo Nordisk A/S', 'novo nordisk'],
    ['Sony Ericsson AB (publ)', 'sony ericsson'],
    ['Acme Oy Ab', 'acme'],
    ['UAB Acme', 'acme'],
    ['SIA Acme', 'acme'],
    ['Acme OÜ', 'acme'],
    ['Acme Zrt.', 'acme'],
    ['Acme d.o.o.', 'acme'],
    ['Acme ЕООД', 'acme'],
    ['The Acme Company Limited', 'acme'],
  ])('takes off the legal form: %s', (company, key) => {
    expect(companyKey(company)).toBe(key)
  })

  it.each([
    ['Beauty Spa', 'beauty spa'],
    ['SE', 'se'],
    ['SAS Institute', 'sas institute'],
    ['H&M', 'hm'],
    ['3M', '3m'],
    ['Booking.com B.V.', 'booking com'],
    ['Volvo Group', 'volvo group'],
    ['Acme (UK) Ltd', 'acme uk'],
    ['   ', ''],
  ])('keeps the name: %s', (company, key) => {
    expect(companyKey(company)).toBe(key)
  })

  it.each(['Careers at Acme GmbH', 'Karriere bei Acme', 'Werken bij Acme B.V.', 'Working at Acme'])(
    'leaves out that it is a page for applicants: %s',
    (company) => {
      expect(companyKey(company)).toBe('acme')
    },
  )
})

describe('placeKey', () => {
  const berlin = { city: 'Berlin', countryCode: 'DE', latitude: null, longitude: null }
  const munich = { city: 'Munich', countryCode: 'DE', latitude: null, longitude: null }
  const germany = { city: null, countryCode: 'DE', latitude: null, longitude: null }

  it.each([
    ['the order of cities does not count', [munich, berlin], false, 'berlin|DE;munich|DE'],
    ['a city says more than remote', [berlin], true, 'berlin|DE'],
    ['a country beside a city adds nothing', [germany, berlin], false, 'berlin|DE'],
    ['remote in a country', [germany], true, 'remote;|DE'],
    ['a country alone', [germany], false, '|DE'],
    ['nothing said', [], false, ''],
  ])('%s', (_what, places, isRemote, key) => {
    expect(placeKey(places, isRemote)).toBe(key)
  })
})

describe('fingerprintOf', () => {
  it('is empty without a company, so that postings of unnamed employers never meet by it', () => {
    expect(fingerprintOf({ title: 'data engineer', company: '', place: 'berlin|DE' })).toBe('')
  })

  it('does not mix up where one key ends and the next begins', () => {
    const one = fingerprintOf({ title: 'data', company: 'engineer acme', place: '' })
    expect(fingerprintOf({ title: 'data engineer', company: 'acme', place: '' })).not.toBe(one)
  })
})
