import { negations } from './mood-words.ts';
import { termList } from './term-list.ts';
import { wordsOf } from './words.ts';

const complaintWords = termList<'complaint'>([
  [
    'complaint',
    3,
    `complaint complaints complain complaining unacceptable outrageous rip_off scam appalling disgraceful lodge_a_complaint file_a_complaint ombudsman
     consumer_protection legal_action take_my_business_elsewhere trading_standards beschwerde* beschwere beschweren reklamation* reklamiere reklamieren
     inakzeptabel unverschämt* unzumutbar frechheit verbraucherzentrale anwalt rechtliche_schritte réclamation plainte inacceptable inadmissible
     me_plaindre scandaleux avocat queja quejarme reclamación inaceptable indignante hoja_de_reclamaciones abogado reclamação reclamações inaceitável
     queixa procon advogado reclamo lamentela inaccettabile vergognoso avvocato klacht klachten onacceptabel schandalig advocaat mietminderung`,
  ],
  [
    'complaint',
    2,
    `disappointed disappointing dissatisfied unhappy_with terrible horrible awful worst fed_up poor_service bad_service rude unprofessional compensation
     still_waiting third_time nobody_answers no_one_answers no_response_from enttäuscht unzufrieden entschädigung niemand_antwortet
     zum_dritten_mal immer_noch_keine schlechter_service déçu déçue insatisfait mécontent mécontente dédommagement toujours_pas mauvais_service
     decepcionado decepcionada insatisfecho compensación mal_servicio sigo_esperando insatisfeito insatisfeita indenização péssimo atendimento_ruim
     deluso delusa insoddisfatto risarcimento pessimo_servizio teleurgesteld ontevreden schadevergoeding slechte_service nog_steeds_geen`,
  ],
]);

/** How much the words say that the writer complains of how they were treated, whatever the topic. "No complaint" is none. */
export function complaintScore(input: { subject: string; text: string }): number {
  const words = wordsOf(`${input.subject} . ${input.text}`);
  const terms = new Map<string, number>();
  for (const { at, weight, term } of complaintWords.find(words)) {
    if (!words.slice(Math.max(0, at - 2), at).some((word) => negations.has(word))) terms.set(term, weight);
  }
  return [...terms.values()].reduce((sum, weight) => sum + weight, 0);
}
