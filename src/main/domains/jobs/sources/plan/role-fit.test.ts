import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_ROLES } from '#shared/settings.ts'
import { createRoleFit, roleFamiliesOf } from './role-fit.ts'

const fitsDefaults = createRoleFit(DEFAULT_ROLES)

describe('of the default roles, these titles are inside', () => {
  test.each([
    'Senior Data Scientist (m/w/d)',
    'Softwareentwickler:in Java',
    'Java Entwickler*in',
    'Full-Stack-Entwickler (gn)',
    'KI-Ingenieur',
    'AI Engineer',
    'LLM Research Engineer',
    'Ingénieur·e Data',
    'Développeur Python',
    'Mjukvaruutvecklare',
    'Programvaruutvecklare',
    'Programvareutvikler',
    'Maskininlärningsingenjör',
    'Maskinlæringsingeniør',
    'Webbutvecklare',
    'Plattformutvikler',
    'Produktägare',
    'Produkteier',
    'Chef de produit (F/H)',
    'Vývojář softwaru',
    'Ontwikkelaar Backend',
    'Programista Java',
    'Datenanalyst',
    'BI Analyst',
    'Analytics Engineer',
    'Sales Data Analyst',
    'Data Engineer - Marketing Platform',
    'Site Reliability Engineer',
    'Cloud Architect (AWS)',
    'IT-Systemadministrator',
    'Webentwickler',
    'React Developer',
    '.NET Developer',
    'C++ Developer',
    'Produktmanager:in',
    'Product Owner',
    'Head of Data',
    'Werkstudent Softwareentwicklung',
  ])('%s', (title) => {
    expect(fitsDefaults(title)).toBe(true)
  })
})

describe('of the default roles, these titles are outside', () => {
  test.each([
    'Registered Nurse',
    'Pflegefachkraft (m/w/d)',
    'Sales Manager',
    'Sales Engineer AI',
    'Vertriebsingenieur',
    'Cloud Account Manager',
    'Berufskraftfahrer',
    'Technical Recruiter - Data Engineers',
    'Data Center Technician',
    'Data Entry Clerk',
    'Data Protection Officer',
    'Marketing Manager',
    'Business Development Manager',
    'Mechanical Engineer',
    'AI Trainer',
    'Project Manager',
    'Koch',
    '',
  ])('%s', (title) => {
    expect(fitsDefaults(title)).toBe(false)
  })
})

describe('a list of roles', () => {
  test.each([
    [['Frontend Engineer'], 'Vue.js Developer', true],
    [['Frontend Engineer'], 'Full Stack Developer', true],
    [['Frontend Engineer'], 'Data Engineer', false],
    [['Software Engineer'], 'React Developer', true],
    [['Data Scientist'], 'Machine Learning Engineer', true],
    [['Data Analyst'], 'Product Owner', false],
    [['SAP Consultant'], 'Senior SAP FI/CO Consultant', true],
    [['SAP Consultant'], 'Management Consultant', false],
    [['Nurse'], 'Registered Nurse', true],
    [[], 'Beekeeper', true],
    [['the'], 'Beekeeper', true],
  ])('%j and the title %s: %s', (roles, title, isInside) => {
    expect(createRoleFit(roles)(title)).toBe(isInside)
  })

  test('holds each role of its own', () => {
    for (const role of DEFAULT_ROLES) expect(createRoleFit([role])(role)).toBe(true)
  })

  test('answers for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), (title, role) => {
        expect(typeof createRoleFit([role, 'Data Engineer'])(title)).toBe('boolean')
      }),
    )
  })
})

test('a role belongs to the families that its name says', () => {
  expect([...roleFamiliesOf('Data Engineer')]).toContain('data_engineer')
  expect([...roleFamiliesOf('Beekeeper')]).toEqual([])
})
