import type { Profile, ProfileView } from '#shared/profile.ts'
import { isKnownSkill } from '../jobs/match/matching.service.ts'

const FEW_SKILLS = 5
const NAMES_SHOWN = 3

/** What would make the matching better, most useful first. Pure. */
export function profileHints(profile: Profile): ProfileView['hints'] {
  const { skills } = profile
  const unknown = skills.map(({ name }) => name).filter((name) => !isKnownSkill(name))
  const hints: (ProfileView['hints'][number] | null)[] = [
    skills.length === 0 ? { field: 'skills', message: 'Name your skills: they count most.' } : null,
    skills.length > 0 && skills.length < FEW_SKILLS
      ? { field: 'skills', message: `Name more than ${skills.length} of your skills: postings ask for several.` }
      : null,
    profile.roleFamilies.length === 0
      ? { field: 'roleFamilies', message: 'Choose the work you look for: the same skills serve in several roles.' }
      : null,
    profile.countries.length === 0 && profile.cities.length === 0
      ? { field: 'countries', message: 'Name the countries or cities in which you would work.' }
      : null,
    profile.seniorities.length === 0 && profile.yearsOfExperience === null
      ? { field: 'seniorities', message: 'Say which level you look for, or how long you have been in the trade.' }
      : null,
    profile.languages.length === 0
      ? { field: 'languages', message: 'Name the languages you speak: jobs that ask for others are then placed lower.' }
      : null,
    profile.salaryMinEur === null && profile.salaryWishEur === null
      ? { field: 'salaryMinEur', message: 'Say what you need to earn: stated pay is then compared.' }
      : null,
    profile.workplaces.length === 0
      ? { field: 'workplaces', message: 'Say whether you want to work remotely, hybrid or on site.' }
      : null,
    profile.wishes.length === 0
      ? { field: 'wishes', message: 'Choose what you wish of an employer: postings are searched for it.' }
      : null,
    profile.salaryMinEur !== null && profile.salaryWishEur !== null && profile.salaryWishEur < profile.salaryMinEur
      ? { field: 'salaryWishEur', message: 'Your wish is below your least pay; the least counts.' }
      : null,
    unknown.length === 0
      ? null
      : {
          field: 'skills',
          message: `Not in the skill table, so no posting is found to ask for it: ${namesOf(unknown)}.`,
        },
  ]
  return hints.filter((hint) => hint !== null)
}

/** 'a, b, c and 2 more'. */
function namesOf(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Whether there is nothing in it that a job could be compared with. An avoided employer alone ranks nothing. Pure. */
export function isEmptyProfile(profile: Profile): boolean {
  const { yearsOfExperience, salaryMinEur, salaryWishEur, needsSponsorship } = profile
  const lists = [
    profile.skills,
    profile.seniorities.filter((seniority) => seniority !== 'unknown'),
    profile.roleFamilies,
    profile.languages,
    profile.countries,
    profile.cities,
    profile.workplaces,
    profile.wishes,
    profile.likedCompanies,
  ]
  const hasFigure = yearsOfExperience !== null || salaryMinEur !== null || salaryWishEur !== null
  return lists.every((list) => list.length === 0) && !hasFigure && !needsSponsorship
}
