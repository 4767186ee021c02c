import { termList } from './term-list.ts';

/** Words of mood in seven languages. A fault report's own words (error, broken, problem) are facts, not moods. */
export const moodWords = termList<'good' | 'bad' | 'angry'>([
  [
    'good',
    3,
    `love loved loves excellent amazing awesome fantastic wonderful brilliant outstanding perfect perfectly superb delighted thrilled best incredible
     ausgezeichnet hervorragend fantastisch großartig begeistert wunderbar perfekt exzellent parfait excellente génial formidable fantastique ravi ravie
     excelente maravilloso fantástico genial perfecto encantado encantada estupendo maravilhoso perfeito ótimo ótima adorei eccellente
     fantastico meraviglioso perfetto ottimo ottima bravissimi uitstekend geweldig prachtig super_tevreden`,
  ],
  [
    'good',
    2,
    `great good nice happy glad pleased helpful friendly quick quickly fast appreciate appreciated impressed satisfied easy enjoy enjoyed fun beautiful
     lucky awesome cool like likes liked recommend works_again works_now working_again solved_my well_done kudos thanks_a_lot thanks_so_much many_thanks
     gut toll schön super freundlich hilfreich zufrieden schnell freue froh klasse prima lob funktioniert_wieder vielen_lieben_dank herzlichen_dank bien
     super content contente satisfait satisfaite rapide sympa utile bravo merci_beaucoup merci_infiniment bueno buena bien contento contenta rápido rápida
     amable satisfecho útil muchas_gracias bom boa feliz satisfeito satisfeita gentil muito_obrigado muito_obrigada buono buona bene contento gentile
     veloce soddisfatto soddisfatta grazie_mille goed fijn blij tevreden snel vriendelijk handig hartelijk_dank`,
  ],
  ['good', 1, `thanks thank thx danke merci gracias obrigado obrigada grazie bedankt dank hope interesting clear`],
  [
    'bad',
    2,
    `bad poor poorly unhappy disappointed disappointing disappointment dissatisfied annoying annoyed sad unfortunately worried confusing confused useless
     slow hate hated dislike waste wasted sucks stupid ugly boring unreliable unfair rude unhelpful inconvenient inconvenience frustrating lousy mess
     worse wrong schlecht leider enttäuscht enttäuschend enttäuschung unzufrieden ärgerlich nervig traurig mühsam unfreundlich nutzlos verärgert schade
     mauvais mauvaise déçu déçue décevant insatisfait mécontent mécontente malheureusement pénible triste nul nulle malo mala decepcionado decepcionada
     decepcionante insatisfecho descontento lamentablemente molesto molesta triste mal ruim decepcionada insatisfeito insatisfeita infelizmente chato
     péssimo cattivo deluso delusa deludente insoddisfatto insoddisfatta purtroppo fastidioso triste slecht teleurgesteld ontevreden helaas vervelend
     jammer waardeloos`,
  ],
  [
    'bad',
    1,
    `problem trouble difficult hard broken fail failed fails delay delayed late missing concern concerned sorry pain hurt lost schwierig verspätet difficile
     retard difícil retraso atraso difficile ritardo moeilijk vertraging`,
  ],
  [
    'angry',
    3,
    `unacceptable outrageous outrageously ridiculous disgusting disgrace disgraceful horrible terrible awful worst furious angry fed_up sick_of
     sick_and_tired scam rip_off ripoff pathetic incompetent joke shocking appalling nightmare never_again lawyer solicitor legal_action sue
     inakzeptabel unverschämt unverschämtheit frechheit katastrophe katastrophal unzumutbar skandal* wütend stinksauer sauer saftladen lächerlich
     unmöglich anwalt rechtliche_schritte inacceptable inadmissible scandaleux honteux honte ras_le_bol furieux furieuse lamentable catastrophe
     catastrophique arnaque avocat inaceptable indignante vergüenza vergonzoso harto harta furioso furiosa estafa abogado inaceitável absurdo
     vergonha vergonhoso farto péssimo_atendimento palhaçada advogado inaccettabile vergogna vergognoso stufo stufa furioso truffa avvocato
     scandaloso onacceptabel schandalig belachelijk woedend boos schande oplichting advocaat`,
  ],
  [
    'angry',
    2,
    `frustrated frustrating frustration still_waiting still_no third_time second_time again_and_again for_weeks for_months no_one_answers nobody_answers
     no_one_cares ignored no_response how_many_times immer_noch_nicht immer_noch_keine zum_dritten_mal zum_wiederholten_mal zum_x-ten_mal seit_wochen
     seit_monaten niemand_antwortet keine_antwort frustriert frustrierend toujours_pas toujours_aucune pour_la_troisième_fois depuis_des_semaines
     personne_ne_répond sans_réponse frustré sigo_esperando por_tercera_vez desde_hace_semanas nadie_responde sin_respuesta frustrado frustrada
     ainda_não continuo_à_espera terceira_vez há_semanas ninguém_responde sem_resposta ancora_aspettando terza_volta da_settimane nessuno_risponde
     senza_risposta frustrato nog_steeds_niet nog_steeds_geen derde_keer al_weken niemand_reageert geen_reactie gefrustreerd`,
  ],
]);

/** Turns the next few words around. */
export const negations = new Set(
  `not no never without dont doesnt didnt isnt wasnt arent werent wont cant couldnt wouldnt havent hasnt aint nor hardly nicht kein keine keinen keinem
   keiner nie niemals ohne weder kaum ne pas jamais sans aucun aucune ni nunca jamas sin ningun ninguna nao nem sem nenhum nenhuma non mai senza nessun
   nessuna niet geen nooit zonder noch`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Make the next word count more. */
export const intensifiers = new Set(
  `very really so extremely absolutely totally incredibly completely too sehr wirklich total absolut extrem echt zu tres vraiment tellement muy realmente
   muito realmente molto davvero heel erg echt zeer`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What follows them is what the writer means. */
export const turns = new Set([
  'but',
  'however',
  'aber',
  'jedoch',
  'mais',
  'pero',
  'mas',
  'porem',
  'ma',
  'pero',
  'maar',
  'yet',
  'sondern',
]);

/** Courtesies at the end of any mail, which say nothing of the mood. */
export const courtesies = termList<'courtesy'>([
  [
    'courtesy',
    1,
    `thanks_in_advance thank_you_in_advance thank_you_for_your_help thank_you_for_your_time thank_you_for_your_assistance thank_you_for_your_support
     thanks_for_your_help best_regards kind_regards best_wishes good_morning good_afternoon good_evening good_day hope_this_email_finds_you_well
     hope_this_message_finds_you_well hope_you_are_well i_would_like would_like look_forward looking_forward danke_im_voraus vielen_dank_im_voraus
     guten_tag guten_morgen guten_abend schöne_grüße mit_besten_grüßen merci_d_avance merci_par_avance bonne_journée bien_cordialement bien_à_vous
     gracias_de_antemano buenos_días buenas_tardes obrigado_desde_já bom_dia boa_tarde grazie_in_anticipo buon_giorno bij_voorbaat_dank alvast_bedankt
     goede_morgen goede_middag thank_you_very_much_for as_well well_as bien_que si_bien o_bien`,
  ],
]);
