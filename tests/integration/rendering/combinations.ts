import { type DocumentFont, type DocumentStyle, documentStyleSchema, TEMPLATES } from '#shared/documents.ts'
import { SAMPLES } from '../../support/sample-documents.ts'

interface Combination {
  readonly name: string
  readonly sample: keyof typeof SAMPLES
  readonly style: DocumentStyle
  /** A word of it has no room in any line and is cut; a name of it has no room in a line. */
  readonly isHostile: boolean
}

const FONTS: readonly DocumentFont[] = ['inter', 'noto_sans', 'noto_serif']
const SCRIPTS = ['german', 'polish', 'greek', 'cyrillic', 'french', 'german'] as const
const ACCENTS = ['#3f51b5', '#0f766e', '#9a3412', '#1f4e79', '#7c2d5e', '#b91c1c']

/** Every template with texts of several lengths and scripts on both sizes of paper, as résumé and as letter. */
export const COMBINATIONS: readonly Combination[] = TEMPLATES.flatMap((template, index) => {
  const accent = ACCENTS[index]
  const of = (sample: keyof typeof SAMPLES, style: Partial<DocumentStyle>): Combination => {
    const full = documentStyleSchema.parse({ template, accent, language: SAMPLES[sample].language, ...style })
    const name = [template, sample, full.pageSize, full.font, ...(full.isOnePage ? ['one-page'] : [])].join(' ')
    return { name, sample, style: full, isHostile: sample === 'hostile' }
  }
  const font = (step: number) => FONTS[(index + step) % FONTS.length] ?? 'inter'
  const script = SCRIPTS[index] ?? 'german'
  return [
    of('english', { pageSize: 'a4', font: template === 'academic' ? 'noto_serif' : 'inter' }),
    of(script, { pageSize: 'a4', font: font(1) }),
    of('long', { pageSize: 'letter', font: font(2) }),
    of('hostile', { pageSize: index % 2 === 0 ? 'a4' : 'letter', font: font(0) }),
    of('sparse', { pageSize: 'letter', font: font(1), scale: 1.2 }),
    of(index % 2 === 0 ? 'english-letter' : 'german-letter', {
      pageSize: index % 2 === 0 ? 'letter' : 'a4',
      font: font(0),
    }),
    of(index % 2 === 0 ? 'long' : 'english', { pageSize: 'a4', font: font(0), isOnePage: true }),
  ]
})
