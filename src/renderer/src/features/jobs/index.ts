// What other features may use of jobs.
export { formatPayFull } from './salary.ts'
export { VisaCard } from './visa-card.tsx'
export { ROLE_WORDS, SENIORITY_WORDS, TYPE_WORDS, WORKPLACE_WORDS } from './words.ts'
