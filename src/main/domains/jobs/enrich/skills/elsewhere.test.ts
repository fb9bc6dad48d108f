import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import { readSkills } from './skills.ts'

// Texts written for this project: what a posting tells of former days and of others is neither worked with nor asked for.
const SENTENCES: readonly (readonly [text: string, expected: string])[] = [
  ['Our first version was a Perl script; today everything is Kotlin.', 'Kotlin'],
  ['In the early days the whole shop was one Django application. It has been gone for years.', ''],
  ['The founders kept their books in FileMaker. That is over.', ''],
  ['It all began with a Visual Basic macro.', ''],
  ['Until last year we ran OpenStack.', ''],
  ['A competitor swears by Snowflake, we use PostgreSQL.', 'PostgreSQL'],
  ['One of our customers runs SAP, and you connect it through Kafka.', 'Kafka'],
  ['A sales person tried to talk us into Databricks.', ''],
  ['You will meet customers and migrate them to Databricks.', 'Databricks'],
  ['The Selenium suite has been deleted.', ''],
  ['You replace the old Oracle database with PostgreSQL.', 'Oracle, PostgreSQL'],
  ['Ursprünglich lief alles auf AIX, inzwischen auf Kubernetes.', 'Kubernetes'],
  ['Ein Wettbewerber setzt auf Power BI.', ''],
  ['Ein Dienstleister wollte uns Snowflake verkaufen, daraus ist nichts geworden.', ''],
  ['Das Hadoop-Cluster haben wir verschrottet.', ''],
  ['Früher warst du Java-Entwickler, heute schreibst du Kotlin.', 'Java, Kotlin'],
  ['La première version tournait sous Drupal.', ''],
  ['Un éditeur nous a longtemps vanté QRadar.', ''],
  ["Talend a rendu l'âme en juin.", ''],
  ['Au quotidien, du Spark sur Databricks, du Scala, de l’Airflow.', 'Spark, Databricks, Scala, Airflow'],
  ['Vroeger draaide alles op een Oracle-server.', ''],
  ['Een leverancier wilde ons Nutanix verkopen. We hebben vriendelijk bedankt.', ''],
  ['Antes teníamos VMware, hasta que llegó la factura.', ''],
  ['Un proveedor nos insistió durante meses con Databricks.', ''],
  ['Hoy usamos Kafka.', 'Kafka'],
  ['Dawniej raporty robił Tableau, dziś robi je Superset.', 'Superset'],
  ['Jeden z naszych klientów korzysta z SAP.', ''],
  ['Förr låg allt i MongoDB.', ''],
  ['En konkurrent kör Unity.', ''],
  ['Un tempo il sito era in WordPress.', ''],
  ['Uno dei nostri clienti lavora con Salesforce.', ''],
  ['A primeira versão estava em Drupal.', ''],
  ['Um fornecedor insistiu no Nutanix.', ''],
]

describe('readSkills, where a posting tells of former days or of others', () => {
  it.each(SENTENCES)('reads %j as %j', (descriptionText, expected) => {
    const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
    expect(facts.map(({ name }) => name).join(', ')).toBe(expected)
  })
})
