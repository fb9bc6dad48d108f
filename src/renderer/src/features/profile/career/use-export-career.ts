import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { saveFile } from '../../../ui/save-file.ts'

/** Hands out the career as a JSON Resume among the downloads, and says under which name. */
export function useExportCareer(): () => void {
  const api = useApi()
  const save = async () => {
    try {
      const { fileName, text } = await api.career.exportJsonResume.call()
      saveFile(fileName, new Blob([text], { type: 'application/json' }))
      notify(`${fileName} is in your downloads`)
    } catch (error) {
      notifyProblem(describeProblem(error))
    }
  }
  return () => void save()
}
