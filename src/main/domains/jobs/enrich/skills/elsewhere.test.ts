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
  ['One of our customers runs SAP, and you connect it through Kafka.', 'SAP, Kafka'],
  ['A sales person tried to talk us into Databricks.', ''],
  ['You will meet customers and migrate them to Databricks.', 'Databricks'],
  ['The Selenium suite has been deleted.', ''],
  ['You replace the old Oracle database with PostgreSQL.', 'Oracle Database, PostgreSQL'],
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
  ['Our largest client, a chain from Cork, swears by Angular; we send them files.', ''],
  ['Our customers love our Flutter app.', 'Flutter'],
  ['Our customer portal runs on React.', 'React'],
  ['Our clients in banking use Kafka, which is why you will know it well.', 'Kafka'],
  ['Our customers run SAP and Salesforce, and you connect both.', 'SAP, Salesforce'],
  ['Unlike most shops we do not use Jenkins.', ''],
  ['After leaving AWS in 2022 we own our hardware.', ''],
  ['In the beginning you will work on our Java monolith.', 'Java'],
  ['Earlier the site was WordPress; you will not touch that.', ''],
  ['People who want Java will be happier elsewhere.', ''],
  ['Anders als unsere Wettbewerber, die auf Power BI schwören, bleiben wir dabei.', ''],
  ['Unser Kundenportal läuft auf Angular.', 'Angular'],
  ['Wir beraten Kunden zu Salesforce.', 'Salesforce'],
  ["Notre premier site tournait sous PrestaShop ; il a été remplacé et vous n'aurez pas à vous en occuper.", ''],
  ["Nous n'avons pas Kubernetes et n'en voulons pas.", ''],
  ['Power BI et Qlik Sense ont été écartés lors du choix des outils.', ''],
  ['Magento ging drie jaar geleden de deur uit.', ''],
  ['In het begin werk je met C#.', 'C#'],
  ['Algunos clientes usan PrestaShop.', ''],
  ['Al principio trabajarás con Spring Boot.', 'Spring Boot'],
  ['Wszystko działało na Delphi, a potem przyszliśmy my.', ''],
  ['Nasi klienci często korzystają z Power BI.', ''],
  ['Vår underleverantör skriver molndelen i Java.', ''],
  ["Magento l'abbiamo spento nel 2021.", ''],
  ['O nosso portal nasceu em Drupal; hoje é outra coisa.', ''],
]

describe('readSkills, where a posting tells of former days or of others', () => {
  it.each(SENTENCES)('reads %j as %j', (descriptionText, expected) => {
    const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
    expect(facts.map(({ name }) => name).join(', ')).toBe(expected)
  })
})
