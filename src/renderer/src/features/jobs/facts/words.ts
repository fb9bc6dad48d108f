import type { SponsorRegister } from '#shared/sponsors.ts'
import type { DEDUP_LAYERS, HIDE_REASONS, JOB_MARKS, JOB_SORTS } from '#shared/jobs.ts'
import type {
  EmploymentType,
  PAY_EXTRAS,
  RemoteScope,
  RoleFamily,
  SalaryPeriod,
  Seniority,
  VisaStatus,
  Workplace,
} from '#shared/facts.ts'

// What the product calls each fact on screen.

export const VISA_WORDS: Readonly<Record<VisaStatus, string>> = {
  offers: 'Visa',
  conditional: 'Maybe',
  refuses: 'No visa',
  unstated: 'Not stated',
}

export const VISA_CHOICE_WORDS: Readonly<Record<VisaStatus, string>> = {
  offers: 'Offered',
  conditional: 'Under conditions',
  refuses: 'Refused',
  unstated: 'Not stated',
}

export const VISA_SENTENCES: Readonly<Record<VisaStatus, string>> = {
  offers: 'This employer helps with a visa',
  conditional: 'A visa is possible, under conditions',
  refuses: 'This employer does not sponsor a visa',
  unstated: 'The posting says nothing about a visa',
}

export const WORKPLACE_WORDS: Readonly<Record<Workplace, string>> = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On site',
  unknown: 'Not stated',
}

export const REMOTE_SCOPE_WORDS: Readonly<Record<RemoteScope, string>> = {
  country: 'within the country',
  eu: 'within the EU',
  emea: 'within EMEA',
  worldwide: 'worldwide',
}

export const SENIORITY_WORDS: Readonly<Record<Seniority, string>> = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid',
  senior: 'Senior',
  lead: 'Lead',
  principal: 'Principal',
  manager: 'Manager',
  director: 'Director',
  unknown: 'Not stated',
}

export const ROLE_WORDS: Readonly<Record<RoleFamily, string>> = {
  data_scientist: 'Data science',
  ml_engineer: 'Machine learning',
  data_engineer: 'Data engineering',
  data_analyst: 'Data analysis',
  backend: 'Backend',
  frontend: 'Frontend',
  fullstack: 'Full stack',
  devops_sre: 'DevOps & SRE',
  product_manager: 'Product',
  research: 'Research',
  other: 'Other',
}

export const TYPE_WORDS: Readonly<Record<EmploymentType, string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
}

export const EXTRA_WORDS: Readonly<Record<(typeof PAY_EXTRAS)[number], string>> = {
  bonus: 'plus a bonus',
  on_target: 'more on target',
  equity: 'plus equity',
  allowance: 'plus allowances',
  extra_month: 'plus an extra month',
}

export const REGISTER_WORDS: Readonly<Record<SponsorRegister, string>> = {
  uk: 'Register of licensed sponsors (UK)',
  nl: 'Recognised sponsors of the IND (Netherlands)',
  ie: 'Employment permits issued (Ireland)',
  dk: 'Certified companies of SIRI (Denmark)',
  pt: 'Tech Visa companies (Portugal)',
}

export const PERIOD_WORDS: Readonly<Record<SalaryPeriod, string>> = {
  year: 'a year',
  month: 'a month',
  day: 'a day',
  hour: 'an hour',
}

export const SORT_WORDS: Readonly<Record<(typeof JOB_SORTS)[number], string>> = {
  newest: 'Newest first',
  salary: 'Highest pay',
  relevance: 'Most relevant',
  match: 'Best match for you',
}

export const MARK_WORDS: Readonly<Record<(typeof JOB_MARKS)[number], string>> = {
  visible: 'Open jobs',
  saved: 'Saved',
  applied: 'Applied for',
  hidden: 'Hidden',
}

export const LIST_TITLES: Readonly<Record<(typeof JOB_MARKS)[number], string>> = {
  visible: 'Jobs',
  saved: 'Saved',
  applied: 'Applied for',
  hidden: 'Hidden',
}

export const HIDE_REASON_WORDS: Readonly<Record<(typeof HIDE_REASONS)[number], string>> = {
  not_relevant: 'Not my kind of work',
  place: 'Wrong place',
  salary: 'Pays too little',
  visa: 'No visa',
  company: 'Not this company',
  other: 'Another reason',
}

export const LAYER_WORDS: Readonly<Record<(typeof DEDUP_LAYERS)[number], string>> = {
  first: 'First seen here',
  url: 'Same address',
  fingerprint: 'Same company, title and place',
  fuzzy: 'Nearly the same posting',
  user: 'Joined by you',
}

export const POSTED_CHOICES: readonly (readonly [days: number, word: string])[] = [
  [1, 'Last 24 hours'],
  [3, 'Last 3 days'],
  [7, 'Last week'],
  [14, 'Last 2 weeks'],
  [30, 'Last month'],
  [90, 'Last 3 months'],
]

/** Languages that postings in this market are mostly written in. */
export const POSTING_LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'pl', 'sv', 'da', 'fi', 'cs'] as const
