import { type DocumentContent, documentContentSchema, type DocumentLanguage } from '#shared/documents.ts'

/** What sample documents are put together from. */

let count = 0
const id = () => `sample${String((count += 1)).padStart(6, '0')}`
export const claim = (text: string) => ({ id: id(), text })

interface Post {
  readonly title: string
  readonly organisation: string
  readonly place?: string
  readonly start?: string | null
  readonly end?: string | null
  readonly isDated?: boolean
  readonly note?: string
  readonly url?: string
  readonly bullets?: readonly string[]
}

export const post = ({ bullets = [], ...rest }: Post) => ({ id: id(), ...rest, bullets: bullets.map(claim) })
export const section = (kind: string, parts: object) => ({ id: id(), kind, ...parts })
export const group = (label: string, words: readonly string[]) => ({ id: id(), label, words })

export interface Sample {
  readonly language: DocumentLanguage
  readonly content: DocumentContent
}

export const sample = (language: DocumentLanguage, content: object): Sample => ({
  language,
  content: documentContentSchema.parse(content),
})

export const ADA = {
  name: 'Ada Nováková',
  headline: 'Machine learning engineer',
  email: 'ada.novakova@example.org',
  phone: '+49 151 2345 6789',
  city: 'Berlin',
  countryCode: 'DE',
  links: [
    { label: 'GitHub', url: 'https://github.com/ada-novakova' },
    { label: 'LinkedIn', url: 'https://www.linkedin.com/in/ada-novakova/' },
  ],
}
