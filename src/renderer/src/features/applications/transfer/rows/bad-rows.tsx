import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ImportRow } from '#shared/application-transfer.ts'
import { formatCount } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notify.tsx'
import { Section } from '../../../../ui/page.tsx'
import { saveFile } from '../../../../ui/save-file.ts'
import type { ChosenFile } from '../choose/chosen-file.ts'
import { badRowsCsv } from './bad-rows-csv.ts'
import { RowList } from './row-list.tsx'

/** All rows that cannot be read, by line, each with its reason; and as a file, to mend them. */
export function BadRows(props: { readonly rows: readonly ImportRow[]; readonly file: ChosenFile }) {
  const { rows, file } = props
  const download = () => {
    const name = `${file.name.replace(/\.[a-z]{3}$/i, '')} - rows not read.csv`
    saveFile(name, new Blob([badRowsCsv(rows, file.text)], { type: 'text/csv;charset=utf-8' }))
    notify(`${name} is in your downloads`)
  }
  return (
    <Section
      id="bad-rows-title"
      title={`Rows that cannot be read: ${formatCount(rows.length)}`}
      aside="They are left out. Mend them in the file and import it again: what is in already is not taken twice."
      actions={
        <Button
          size="xs"
          variant="default"
          flex="none"
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          onClick={download}
        >
          Download them as CSV
        </Button>
      }
    >
      <RowList label="Rows that cannot be read" rows={rows} />
    </Section>
  )
}
