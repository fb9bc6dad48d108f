// What other features and the frame may use of settings.
export { CountriesField, RolesField } from './wish-fields.tsx'
export { SourceToggle } from './source-toggle.tsx'
export { useSaveSettings, useSettings, type SaveSettings } from './use-settings.ts'
