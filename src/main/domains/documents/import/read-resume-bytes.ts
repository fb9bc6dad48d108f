import type { ResumeReading } from '#shared/resume-import.ts'
import { inTurns } from '../../../infra/time/turns.ts'
import { newFactId } from '../../profile/career/career.service.ts'
import { readResumeFile } from './file/read-file.ts'
import { readResume } from './read/read-resume.ts'

/** The longest name of a file that is told back. */
const MAX_NAME_CHARS = 200

/** A résumé file as suggestions; writes nothing and asks nobody. The event loop gets its turns. */
export async function readResumeBytes({ name, bytes }: { name: string; bytes: Buffer }): Promise<ResumeReading> {
  const fileName = (name.split(/[/\\]/u).at(-1) ?? '').slice(0, MAX_NAME_CHARS)
  const file = await readResumeFile(bytes)
  if (file.status !== 'ok') {
    const { status, message, pages } = file
    return { status, message, fileName, pages, language: null, suggestions: [], unread: [] }
  }
  const facts = await inTurns(readResume(file.text, newFactId), () => true)
  if (facts === null) throw new Error('the reading of a résumé was broken off')
  const { suggestions, unread, language } = facts
  const { pages, stray } = file.text
  return { status: 'ok', message: file.message, fileName, pages, language, suggestions, unread: [...unread, ...stray] }
}
