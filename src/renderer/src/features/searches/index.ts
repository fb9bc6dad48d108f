// What other features may use of saved searches.
export { SaveSearch } from './save-search.tsx'
export { SavedSearchLine } from './saved-search-line.tsx'
