// What other features may use of documents.
export { TailorLinks } from './tailor/tailor-links.tsx'
export { SentInterviewPreview } from './writing/sent-preview.tsx'
