import { expect, test } from 'vitest'
import { readShownSkills } from './shown-skills.ts'

test.each([
  ['Built Kubernetes clusters with Terraform.', ['Kubernetes', 'Terraform']],
  ['Interviewed candidates for a Kubernetes post.', []],
  ['Replaced Kubernetes and Terraform by plain virtual machines.', []],
  ['Replaced Jenkins with Kubernetes.', ['Kubernetes']],
  ['Kubernetes was replaced by Terraform.', ['Terraform']],
  ['Built it in Python and replaced Jenkins.', ['Python']],
  ['Migrated 40 services from Jenkins to Kubernetes.', ['Kubernetes']],
  ['Moved Python services off Kubernetes.', ['Python']],
  ['Removed Kubernetes.', []],
  ['Removed manual steps with Python.', ['Python']],
  ['Ran Python services without Kubernetes.', ['Python']],
  ['Used Terraform instead of Kubernetes. Wrote Python.', ['Terraform', 'Python']],
  ['Ersetzte Kubernetes durch Terraform.', ['Terraform']],
  ['Kubernetes durch Terraform ersetzt', ['Terraform']],
  ['Kubernetes und Terraform entfernt.', []],
  ['Migrierte 12 Dienste von Jenkins nach Kubernetes.', ['Kubernetes']],
  ['Python-Dienste ohne Kubernetes betrieben.', ['Python']],
  ['Dienste auf Kubernetes migriert.', ['Kubernetes']],
  ['Interviewte Bewerber für Kubernetes.', []],
])('%j shows %j', (text, names) => {
  expect(readShownSkills(text, { isFact: false }).map(({ name }) => name)).toEqual(names)
})
