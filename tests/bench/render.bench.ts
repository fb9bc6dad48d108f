import { renderDocument } from '#main/domains/documents/render/render-document.ts'
import { documentStyleSchema, type FileFormat, TEMPLATES } from '#shared/documents.ts'
import { SAMPLES } from '../support/sample-documents.ts'
import { percentile } from './figures.ts'

const ROUNDS = 20

/** Writes a résumé of one page in every template, reads it back and checks it; then fits one of four pages on one. Prints what the first
 *  took, with code and fonts still to be loaded, and the later ones. */
export async function runRenderBench({ print }: { readonly print: (line: string) => void }): Promise<void> {
  const first = await timed('pdf')
  print(`render: a résumé of one page, written, read back and checked`)
  print(`  first ${first.toFixed(0)} ms`)
  for (const format of ['pdf', 'docx'] as const) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const template of TEMPLATES) times.push(await timed(format, template))
    }
    print(`  ${format}, ${times.length} warm: ${figures(times)}`)
  }
  const fits: number[] = []
  for (let round = 0; round < ROUNDS / 4; round += 1) fits.push(await fitTime())
  print(`  four pages fitted on one: ${figures(fits)}`)
}

async function timed(format: FileFormat, template: (typeof TEMPLATES)[number] = 'modern'): Promise<number> {
  const { content, language } = SAMPLES.german
  const from = performance.now()
  const { check } = await renderDocument({ content, style: documentStyleSchema.parse({ template, language }), format })
  const ms = performance.now() - from
  if (!check.isOk || check.pages !== 1)
    throw new Error(`The ${template} ${format} is not the one page that was to be measured`)
  return ms
}

async function fitTime(): Promise<number> {
  const { content, language } = SAMPLES.long
  const from = performance.now()
  const style = documentStyleSchema.parse({ template: 'modern', language, isOnePage: true })
  const { fit } = await renderDocument({ content, style, format: 'pdf' })
  if (!fit.isFitted) throw new Error('The long résumé was not fitted')
  return performance.now() - from
}

function figures(times: readonly number[]): string {
  return `p50 ${percentile(times, 50).toFixed(0)} / p95 ${percentile(times, 95).toFixed(0)} / most ${Math.max(...times).toFixed(0)} ms`
}
