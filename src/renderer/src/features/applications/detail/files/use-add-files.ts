import { useState } from 'react'
import { FILE_MAX_BYTES, type FILE_KINDS } from '#shared/application-parts.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { FILE_PROBLEM_WORDS } from '../part-words.ts'
import { problemData } from '../problem-data.ts'
import { usePerform } from '../use-perform.ts'

type Kind = (typeof FILE_KINDS)[number]

/** A file on its way in, or one that was refused. `readShare`: how much of it is read, from 0 to 1; null while the core stores it. */
export interface Arrival {
  readonly key: string
  readonly name: string
  readonly readShare: number | null
  readonly refusal: string | null
}

/** Takes files one after the other. A refused one is told with its reason, and its neighbours are stored all the same. */
export function useAddFiles(applicationId: number) {
  const api = useApi()
  const perform = usePerform()
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])
  const change = (key: string, to: Partial<Arrival>) =>
    setArrivals((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const leave = (key: string) => setArrivals((all) => all.filter((one) => one.key !== key))

  const addOne = async (file: File, kind: Kind, key: string) => {
    const refused = (refusal: string) => change(key, { refusal })
    const wrong = file.size === 0 ? 'empty' : file.size > FILE_MAX_BYTES ? 'too_large' : null
    if (wrong !== null) return refused(FILE_PROBLEM_WORDS[wrong])
    const base64 = await readBase64(file, (readShare) => change(key, { readShare }))
    if (base64 === null) return refused('It cannot be read. It may have been moved; add it again.')
    change(key, { readShare: null })
    const isStored = await perform({
      call: () => api.applicationFiles.add.call({ applicationId, name: file.name, kind, base64 }),
      said: `${file.name} is attached`,
      undo: ({ id }) => api.applicationFiles.remove.call({ id }),
      onProblem: (error) => {
        const problem = problemData(error, 'FILE_REFUSED')
        refused(problem ? FILE_PROBLEM_WORDS[problem.problem] : describeProblem(error).message)
        return true
      },
    })
    if (isStored) leave(key)
  }

  const add = async (files: readonly File[], kind: Kind) => {
    const named = files.map((file) => ({ file, key: crypto.randomUUID() }))
    setArrivals((all) => [
      ...all.filter(({ refusal }) => refusal === null),
      ...named.map(({ file, key }) => ({ key, name: file.name, readShare: 0, refusal: null })),
    ])
    for (const { file, key } of named) await addOne(file, kind, key)
  }
  return { arrivals, add, dismiss: leave }
}

/** The content as base64; null when it cannot be read. */
function readBase64(file: File, onProgress: (share: number) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    reader.addEventListener('error', () => resolve(null))
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : null)
    })
    reader.readAsDataURL(file)
  })
}
