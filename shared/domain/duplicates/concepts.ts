/**
 * Words of the world of work that say the same thing in one language: one deficit says "wage" where the other says
 * "pay". In normal form, each compared by its key. Short on purpose: what is missing is found by its letters.
 */
import { wordsOf } from './words.ts';

const CONCEPTS: { readonly [concept: string]: string } = {
  work: 'عمل شغل تشغيل توظيف work labour labor employment job jobs travail emploi trabajo empleo laboral laborales',
  wage: 'أجر أجور راتب رواتب wage wages pay paid salary salaries earn salaire salaires paie payes salario salarios sueldo sueldos cobran ganan',
  enterprise:
    'مقاولة مقاولات شركة شركات منشأة منشآت مؤسسة company companies firm firms enterprise enterprises business entreprise entreprises societe empresa empresas',
  union:
    'نقابة نقابات نقابي union unions syndicat syndicats syndical sindicato sindicatos sindical sindicales',
  court: 'محكمة محاكم قضاء قضايا court courts judicial tribunal tribunaux justice tribunales juicio juicios',
  dispute: 'نزاع نزاعات خلاف dispute disputes conflict litige litiges affaires conflicto conflictos',
  accident: 'حادث حوادث إصابة إصابات accident accidents injury injuries accidentes lesion lesiones',
  training:
    'تكوين تدريب تأهيل training course courses formation formations reconversion formacion capacitacion curso',
  pension: 'معاش معاشات تقاعد pension pensions retirement retraite retraites jubilacion pensiones',
  insurance: 'تأمين ضمان insurance insured cover assurance assures seguro seguros',
  dismissal: 'فصل طرد تسريح dismissed dismissal fired licenciement licencies despido despiden despedidos',
  childcare: 'حضانة حضانات childcare nursery nurseries creche creches guarderia guarderias',
  credit: 'قرض قروض تمويل credit loan loans pret prets prestamo prestamos financiacion',
  harvest: 'جني حصاد محاصيل harvest crop crops recolte recoltes cosecha cosechas',
  field:
    'حقل حقول مزرعة مزارع زراعة زراعي farm farms field fields agriculture exploitation exploitations champs campo',
  building: 'بناء أوراش ورش ورشة building construction site sites chantier chantiers obra obras construccion',
  equality: 'مساواة فجوة gap equality inequality ecart inegalite egal brecha desigualdad',
  statistics:
    'إحصاء إحصاءات بيانات مسح statistics data survey statistiques donnees enquete estadisticas datos encuesta',
  law: 'قانون قوانين تشريع law laws legislation code bill loi lois legislacion ley leyes codigo',
  consultation: 'تشاور استشارة تستشار consulted consultation consulter consultes consulta consultan',
  school: 'مدرسة مدارس دراسة school schools ecole ecoles escuela escuelas',
  migrant: 'مهاجر مهاجرين مهاجرون وافد وافدين migrant migrants immigrant migrante migrantes',
  courier: 'توصيل سائقو courier couriers rider riders delivery livreur livreurs repartidor repartidores',
  price: 'كلفة تكلفة تكاليف سعر أسعار cost costs price cout prix coste costo precio',
  leader:
    'قيادة قيادات مكاتب تنفيذية leadership leaders executive boards direction directions bureaux executifs juntas ejecutivas direccion',
  renew:
    'تجديد تجدد متكررة renewed repeated renewal renouveles renouvellement repete renuevan renovacion repetida encadenan',
};

const CONCEPT_OF = new Map(
  Object.entries(CONCEPTS).flatMap(([concept, words]) =>
    words.split(' ').flatMap((word) => wordsOf(word).map(({ key }) => [key, `=${concept}`] as const)),
  ),
);

/** What a word is compared by: the concept it names, or itself. */
export const meaningOf = (key: string): string => CONCEPT_OF.get(key) ?? key;
