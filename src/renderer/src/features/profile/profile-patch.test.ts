import { describe, expect, it } from 'vitest'
import { profileSchema } from '#shared/profile.ts'
import { changeWords, inverseOf, isProfileField, realChanges } from './profile-patch.ts'

const profile = profileSchema.parse({ countries: ['DE'], yearsOfExperience: 4, skills: [{ name: 'SQL' }] })

describe('a change to the profile', () => {
  it('is none when everything in it is so already', () => {
    expect(realChanges(profile, { countries: ['DE'], yearsOfExperience: 4 })).toBeNull()
    expect(realChanges(profile, {})).toBeNull()
  })

  it('keeps only what is different', () => {
    expect(realChanges(profile, { countries: ['DE', 'NL'], yearsOfExperience: 4 })).toEqual({ countries: ['DE', 'NL'] })
  })

  it('is taken back by what was there before, also where that was nothing', () => {
    expect(inverseOf(profile, { countries: [], salaryMinEur: 50_000 })).toEqual({
      countries: ['DE'],
      salaryMinEur: null,
    })
  })

  it.each([
    [{ skills: [] }, 'Skills changed'],
    [{ skills: [], roleFamilies: [] }, 'Skills and roles changed'],
  ])('%j reads "%s"', (patch, words) => {
    expect(changeWords(patch)).toBe(words)
  })
})

it('a hint may name a field of the profile, or something else', () => {
  expect(isProfileField('skills')).toBe(true)
  expect(isProfileField('toString')).toBe(false)
})
