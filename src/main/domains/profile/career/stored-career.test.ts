import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { careerOf, postOf } from './career.fixture.ts'
import { fittingCareer } from './stored-career.ts'

const post = (parts: object) => ({ ...postOf({}), ...parts })

describe('a stored career that no longer fits', () => {
  test.each<[string, unknown, object, string[]]>([
    ['nothing stored', {}, careerOf({}), []],
    ['no object', ['x'], careerOf({}), ['career']],
    ['null', null, careerOf({}), ['career']],
    ['a field', { summary: 7, person: { name: 'Ana' } }, { summary: '', person: { name: 'Ana' } }, ['summary']],
    [
      'a field of an entry: the entry stays',
      { experiences: [post({ start: 'soon', title: 'Cook' })] },
      { experiences: [{ company: 'Acme', title: 'Cook', start: null }] },
      ['experiences.0.start'],
    ],
    [
      'an entry without what it cannot be without: its neighbours stay',
      { experiences: [post({ id: 'post01' }), { id: 'post02' }, post({ id: 'post03', start: 3 }), { title: 'x' }] },
      { experiences: [{ id: 'post01' }, { id: 'post03', start: null }] },
      ['experiences.2.start', 'experiences.3', 'experiences.1'],
    ],
    [
      'points of an entry',
      { experiences: [post({ bullets: [{ id: 'bullet1', text: '' }, { id: 'bullet2', text: 'kept' }, 4] })] },
      { experiences: [{ bullets: [{ id: 'bullet2', text: 'kept' }] }] },
      ['experiences.0.bullets.2', 'experiences.0.bullets.0.text', 'experiences.0.bullets.0'],
    ],
    [
      'a list of another type',
      { projects: 'none', summary: 'Kept.' },
      { projects: [], summary: 'Kept.' },
      ['projects'],
    ],
  ])('%s', (_name, stored, career, dropped) => {
    const found = fittingCareer(stored)
    expect(found.career).toMatchObject(career)
    expect(found.dropped.toSorted()).toEqual(dropped.toSorted())
  })

  test('whatever is stored, it ends with a career', () => {
    const entries = fc.array(
      fc.oneof(fc.jsonValue(), fc.constant(post({ end: 1 })), fc.constant(post({ skills: ['', 'x'] }))),
    )
    const stored = fc.record({
      experiences: entries,
      extras: entries,
      person: fc.jsonValue(),
      confirmed: fc.jsonValue(),
    })
    fc.assert(
      fc.property(fc.oneof(stored, fc.jsonValue()), (value) => {
        expect(careerSchema.safeParse(fittingCareer(value).career).success).toBe(true)
      }),
    )
  })
})
