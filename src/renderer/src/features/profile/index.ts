// What other features may use of the profile.
export { QuickProfile } from './quick-profile.tsx'
export { useProfile, useSaveProfile } from './use-profile.ts'
