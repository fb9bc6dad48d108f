import type { SourceTest } from '#shared/discovery.ts'
import type { SourceId } from '#shared/ids.ts'
import type { Source } from '../sources/source.ts'

/** Whether a key is taken: each source that uses it is asked for one page. It counts as taken when all of them answer, with postings
 *  or without. */
export async function testKey(
  name: string,
  { sources, testSource }: { sources: readonly Source[]; testSource: (id: SourceId) => Promise<SourceTest> },
): Promise<{ isOk: boolean; message: string }> {
  const users = sources.filter(({ manifest }) => manifest.secrets?.some((secret) => secret.name === name))
  const told: string[] = []
  let isOk = users.length > 0
  for (const { manifest } of users) {
    const { state, message } = await testSource(manifest.id)
    if (state !== 'ok' && state !== 'empty') isOk = false
    told.push(`${manifest.name}: ${message}`)
  }
  return { isOk, message: told.join(' ') || 'Nothing uses this key.' }
}
