// What other features may use of documents.
export { TailorLinks } from './tailor/tailor-links.tsx'
