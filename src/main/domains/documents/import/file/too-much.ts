/** What a file can ask for more of than a résumé does. */
export type FileExcess = 'time' | 'memory' | 'bytes'

/** Why such a file is not read, with the next step. */
export const TOO_MUCH: Readonly<Record<FileExcess, string>> = {
  time: 'The file takes longer to read than a résumé. Save it with less on its pages and choose that file.',
  memory: 'The file needs more memory to read than a résumé. Save it with less on its pages and choose that file.',
  bytes: 'The file has more than 20 MB. Save it with smaller pictures.',
}
