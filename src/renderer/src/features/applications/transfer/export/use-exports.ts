import { applicationFilterSchema, type ApplicationFilter } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../../ui/notify.tsx'
import { saveFile } from '../../../../ui/save-file.ts'

export type ExportFormat = 'csv' | 'json'

/** No filter: every application there is. */
const ALL: ApplicationFilter = applicationFilterSchema.parse({})

/** Gives applications out as files among the downloads, and says under which name; a failure is told, too. */
export function useExports() {
  const api = useApi()
  const save = async (file: Promise<{ fileName: string; mediaType: string; text: string }>) => {
    try {
      const { fileName, mediaType, text } = await file
      saveFile(fileName, new Blob([text], { type: mediaType }))
      notify(`${fileName} is in your downloads`)
    } catch (error) {
      notifyProblem(describeProblem(error))
    }
  }
  return {
    applications: (format: ExportFormat, filter: ApplicationFilter = ALL) =>
      void save(api.applicationTransfer.export.call({ ...filter, format })),
    calendar: () => void save(api.applicationTransfer.calendar.call()),
  }
}
