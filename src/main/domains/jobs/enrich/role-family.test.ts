import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import titles from './fixtures/titles.json' with { type: 'json' }
import { readRoleFamily } from './role-family.ts'

describe('readRoleFamily', () => {
  it.each(titles.titles)('reads "$title" as $roleFamily', ({ title, roleFamily }) => {
    expect(readRoleFamily({ title, descriptionText: '' })).toBe(roleFamily)
  })

  it.each([
    ['Join us!', 'We are looking for a data engineer with SQL.', 'data_engineer'],
    ['Executive Assistant', 'We are looking for an assistant who helps our data engineers.', 'other'],
    ['Software Engineer', 'You write React and CSS all day.', 'backend'],
  ])('asks the text only where the title names no work: %s', (title, descriptionText, family) => {
    expect(readRoleFamily({ title, descriptionText })).toBe(family)
  })

  it('never throws', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (title, descriptionText) => {
        expect(readRoleFamily({ title, descriptionText })).toBeTypeOf('string')
      }),
    )
  })
})
