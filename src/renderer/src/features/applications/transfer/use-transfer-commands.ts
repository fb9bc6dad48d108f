import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCommands } from '../../../ui/commands.tsx'
import { readApplicationsSearch, toFilter, toView } from '../view/applications-url.ts'
import { useZone } from '../view/use-applications-view.ts'
import { useExports, type ExportFormat } from './export/use-exports.ts'

/** Taking applications in and giving them out, on every screen. On the applications screen its filters count. */
export function useTransferCommands(): void {
  const navigate = useNavigate()
  const router = useRouter()
  const zone = useZone()
  const exports = useExports()
  const group = 'Applications'
  const exportAs = (format: ExportFormat) => () => {
    const { pathname, search } = router.state.location
    const view = toView(readApplicationsSearch(pathname === '/applications' ? { ...search } : {}))
    // The calendar shows no filters, and all that is due.
    exports.applications(format, view.view === 'calendar' ? undefined : toFilter(view, zone))
  }
  useCommands([
    {
      id: 'applications.import',
      group,
      label: 'Import applications…',
      run: () => void navigate({ to: '/applications/import' }),
    },
    { id: 'applications.csv', group, label: 'Export applications as CSV', run: exportAs('csv') },
    { id: 'applications.json', group, label: 'Export applications as JSON', run: exportAs('json') },
    { id: 'applications.ics', group, label: 'Export calendar', run: exports.calendar },
  ])
}
