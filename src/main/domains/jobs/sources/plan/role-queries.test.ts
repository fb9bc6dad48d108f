import { expect, test } from 'vitest'
import { roleQueries } from './role-queries.ts'

const options = {
  byFamily: {
    data_engineer: ['Data Engineer', 'Dateningenieur'],
    backend: ['Softwareentwickler'],
    frontend: ['Softwareentwickler'],
  },
  ownQuery: (role: string) => `q=${role}`,
}

test.each([
  [['Data Engineer'], ['Data Engineer', 'Dateningenieur']],
  [['Backend Engineer', 'Frontend Engineer'], ['Softwareentwickler']],
  [['Software Engineer'], ['Softwareentwickler']],
  [
    ['Bee  keeper', 'Data Engineer'],
    ['q=Bee keeper', 'Data Engineer', 'Dateningenieur'],
  ],
  [['DevOps Engineer'], ['q=DevOps Engineer']],
  [[], []],
])('for %j a service is asked %j', (roles, queries) => {
  expect(roleQueries(roles, options)).toEqual(queries)
})
