import { NativeSelect } from '@mantine/core'
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportPreview,
} from '#shared/application-transfer.ts'
import { FIELD_WORDS } from '../words.ts'
import { fieldOf, samplesOf } from './mapping.ts'
import classes from './check-step.module.css'

/** Every column of the file: its name, what its first rows say, and what it is taken as. */
export function ColumnsTable(props: {
  readonly preview: ImportPreview
  readonly mapping: ImportMapping
  readonly onField: (column: number, field: ImportField | null) => void
}) {
  const { preview, mapping } = props
  return (
    <div className={classes.sheet}>
      <table className={classes.columns} aria-labelledby="columns-title">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
            <th scope="col">Taken as</th>
          </tr>
        </thead>
        <tbody>
          {preview.header.map((name, column) => (
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place; two can have one name
            <tr key={column}>
              <th scope="row">{name}</th>
              <td>
                <Samples values={samplesOf(preview, column)} />
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`What “${name}” is`}
                  value={fieldOf(mapping, column) ?? ''}
                  data={choices(preview, mapping, column)}
                  onChange={({ currentTarget: { value } }) =>
                    props.onField(column, IMPORT_FIELDS.find((field) => field === value) ?? null)
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Samples({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <span className={classes.silent}>Empty in the first rows</span>
  return (
    <ul className={classes.samples}>
      {values.map((value, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- values repeat, and never change their place
        <li key={index} title={value}>
          {value}
        </li>
      ))}
    </ul>
  )
}

/** A field that another column has says so: choosing it takes it from there. */
function choices(preview: ImportPreview, mapping: ImportMapping, column: number) {
  const fields = IMPORT_FIELDS.map((field) => {
    const other = mapping.columns[field]
    const isElsewhere = other !== undefined && other !== column
    const label = FIELD_WORDS[field]
    return { value: field, label: isElsewhere ? `${label} (now “${preview.header[other] ?? ''}”)` : label }
  })
  return [{ value: '', label: 'Left out' }, ...fields]
}
