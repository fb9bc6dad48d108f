import { createLog, type Log } from '#main/infra/log/log.ts'

export const silentLog: Log = createLog({ dir: null, level: 'silent' })
