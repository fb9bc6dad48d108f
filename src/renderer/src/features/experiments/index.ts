// What other features may use of experiments.
export { ExperimentNote } from './experiment-note.tsx'
export { useListRecord } from './use-list-record.ts'
