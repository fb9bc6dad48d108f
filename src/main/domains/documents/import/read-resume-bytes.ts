import type { ResumeReading } from '#shared/resume-import.ts'
import { inTurns } from '../../../infra/time/turns.ts'
import { newFactId } from '../../profile/career/career.service.ts'
import { readResumeFile } from './file/read-file.ts'
import { shownName } from './file/shown-name.ts'
import { readResume } from './read/read-resume.ts'

/** A résumé file as suggestions; writes nothing and asks nobody. The event loop gets its turns. Rejects with an AbortError when `signal`
 *  aborts, as far as it looks. */
export async function readResumeBytes(
  { name, bytes }: { name: string; bytes: Buffer },
  signal?: AbortSignal,
): Promise<ResumeReading> {
  const fileName = shownName(name)
  const file = await readResumeFile(bytes)
  if (file.status !== 'ok') {
    const { status, message, pages } = file
    return { status, message, fileName, pages, language: null, suggestions: [], unread: [] }
  }
  const facts = await inTurns(readResume(file.text, newFactId), () => signal?.aborted !== true)
  if (facts === null) throw new DOMException('Nobody waits for it any more.', 'AbortError')
  const { suggestions, unread, language } = facts
  const { pages, stray } = file.text
  return { status: 'ok', message: file.message, fileName, pages, language, suggestions, unread: [...unread, ...stray] }
}
