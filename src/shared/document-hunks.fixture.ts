import type { ClaimText, ResumeContent, ResumeItem, ResumeSection } from './documents.ts'

export const sentence = (id: string, text: string, more: Partial<ClaimText> = {}): ClaimText => ({
  id,
  text,
  isShown: true,
  cites: [],
  ...more,
})
export const post = (id: string, more: Partial<ResumeItem> = {}): ResumeItem => ({
  id,
  isShown: true,
  title: 'Engineer',
  organisation: 'Havelwerk',
  place: '',
  start: '2020-01',
  end: null,
  isDated: false,
  url: '',
  note: '',
  bullets: [],
  cites: [],
  ...more,
})
export const part = (id: string, more: Partial<ResumeSection> = {}): ResumeSection => ({
  id,
  kind: 'experience',
  title: '',
  isShown: true,
  paragraphs: [],
  items: [],
  groups: [],
  ...more,
})
export const head = {
  name: 'Ana Kovač',
  headline: '',
  email: 'ana@example.org',
  phone: '',
  city: 'Berlin',
  countryCode: 'DE',
  links: [],
  isPlaceShown: true,
}
export const cv = (sections: ResumeSection[], more: Partial<ResumeContent['header']> = {}): ResumeContent => ({
  kind: 'resume',
  header: { ...head, ...more },
  sections,
})
