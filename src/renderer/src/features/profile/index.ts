// What other features may use of the profile.
export { readMonth } from './career/fields/written-month.ts'
export { QuickProfile } from './quick-profile.tsx'
export { useProfile, useSaveProfile } from './use-profile.ts'
