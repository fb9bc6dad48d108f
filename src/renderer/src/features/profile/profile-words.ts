import type { CULTURE_WISHES, Profile, SKILL_LEVELS, SPOKEN_LEVELS } from '#shared/profile.ts'

// What the product calls the parts of a profile on screen.

export const SKILL_LEVEL_WORDS: Readonly<Record<(typeof SKILL_LEVELS)[number], string>> = {
  basic: 'Basic',
  working: 'Working',
  strong: 'Strong',
}

export const SPOKEN_LEVEL_WORDS: Readonly<Record<(typeof SPOKEN_LEVELS)[number], string>> = {
  A1: 'A1, beginner',
  A2: 'A2, elementary',
  B1: 'B1, intermediate',
  B2: 'B2, upper intermediate',
  C1: 'C1, advanced',
  C2: 'C2, fluent',
  native: 'First language',
}

export const WISH_WORDS: Readonly<Record<(typeof CULTURE_WISHES)[number], string>> = {
  flexible_hours: 'Flexible hours',
  remote_culture: 'Remote by habit',
  learning_budget: 'Learning budget',
  family_friendly: 'Family friendly',
  diversity: 'Diversity',
  sustainability: 'Sustainability',
  startup: 'A startup',
  established: 'An established company',
  open_source: 'Open source',
  international_team: 'International team',
}

/** How each field is called in "… changed". */
export const FIELD_WORDS: Readonly<Record<keyof Profile, string>> = {
  skills: 'Skills',
  yearsOfExperience: 'Years of experience',
  seniorities: 'Levels',
  roleFamilies: 'Roles',
  languages: 'Languages',
  countries: 'Countries',
  cities: 'Cities',
  workplaces: 'Workplaces',
  salaryMinEur: 'Least pay',
  salaryWishEur: 'Hoped-for pay',
  needsSponsorship: 'Sponsorship',
  wishes: 'Wishes',
  likedCompanies: 'Companies you like',
  avoidedCompanies: 'Companies to avoid',
}

/** The element that a field can be reached by: hints lead to it. */
export function fieldId(field: keyof Profile): string {
  return `profile-${field}`
}
