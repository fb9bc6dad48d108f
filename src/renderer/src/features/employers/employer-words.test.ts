import { expect, test } from 'vitest'
import type { Employer } from '#shared/employers.ts'
import { employersShown, type EmployerView } from './employer-words.ts'

const EMPLOYER: Employer = {
  kind: 'greenhouse',
  slug: 'n26',
  variant: null,
  name: 'N26',
  countryCode: 'DE',
  url: '',
  origin: 'starter',
  isOn: true,
  state: 'ok',
  message: null,
  postings: 12,
  checkedAt: 1,
}
const own: Employer = { ...EMPLOYER, kind: 'lever', slug: 'acme', name: 'acme', countryCode: null, origin: 'user' }
const gone: Employer = { ...EMPLOYER, slug: 'zeta', name: 'Zeta', countryCode: 'NL', state: 'gone' }
const off: Employer = { ...gone, slug: 'off', name: 'Off', isOn: false }

const shown = (view: EmployerView, text = '') =>
  employersShown([gone, EMPLOYER, own, off], {
    view,
    text,
    countryName: (code) => ({ DE: 'Germany' })[code] ?? code,
  }).map(({ name }) => name)

test('employers stand in the order of their names, whatever the case', () => {
  expect(shown('all')).toEqual(['acme', 'N26', 'Off', 'Zeta'])
})

test.each<[EmployerView, string, string[]]>([
  ['on', '', ['acme', 'N26', 'Zeta']],
  ['own', '', ['acme']],
  ['trouble', '', ['Zeta']],
  ['all', 'germany', ['N26']],
  ['all', 'lever', ['acme']],
  ['all', 'greenhouse nl', ['Off', 'Zeta']],
  ['all', 'nobody', []],
])('view %s with "%s" shows %j', (view, text, names) => {
  expect(shown(view, text)).toEqual(names)
})
