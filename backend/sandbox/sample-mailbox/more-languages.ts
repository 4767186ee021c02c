import { gmailHtml } from './html-bodies.ts';
import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';

export const moreLanguages: SampleMail[] = [
  mail({
    key: 'nl-factuur',
    title: 'Factuur dubbel ontvangen',
    tags: ['product', 'billing'],
    language: 'nl',
    minute: 160,
    from: person('Joost Hofman', 'joost@hofmanvastgoed.example'),
    subject: 'Factuur dubbel ontvangen',
    text: `Goedemiddag,

wij hebben de factuur van oktober twee keer ontvangen, met verschillende nummers maar hetzelfde bedrag. Welke moeten wij betalen?
Graag de andere crediteren, anders klopt onze btw-aangifte niet.

Alvast bedankt,
Joost Hofman`,
  }),
  mail({
    key: 'nl-lekkage',
    title: 'Lekkage boven de meterkast',
    tags: ['property', 'technical', 'urgent', 'phone'],
    language: 'nl',
    minute: 1670,
    from: person('Saskia de Wit', 'saskia.dewit@example.com'),
    subject: 'lekkage!!',
    text: `Er komt water uit het plafond boven de meterkast. Ik durf de stroom niet uit te zetten want het is nat. Kan er NU iemand komen?
Grachtzicht 14, tweede verdieping. Mijn nummer is 06 5550 0199.

Verstuurd vanaf mijn iPhone`,
  }),
  mail({
    key: 'nl-suggestie',
    title: 'Suggestie voor de app',
    tags: ['product', 'feature'],
    language: 'nl',
    minute: 1702,
    from: person('Bram Visscher', 'bram.visscher@example.org'),
    subject: 'Suggestie: foto’s draaien',
    text: `Hallo,

de foto's die ik tijdens een inspectie maak, staan in het rapport vaak op hun kant. Een knop om ze te draaien zou fijn zijn, nu doe
ik dat eerst op mijn telefoon en upload ik ze opnieuw.

Groeten, Bram`,
  }),
  mail({
    key: 'pl-okna',
    title: 'Nieszczelne okna',
    tags: ['property', 'technical'],
    language: 'pl',
    minute: 190,
    from: person('Agnieszka Wrona', 'agnieszka.wrona@example.net'),
    subject: 'Nieszczelne okna w mieszkaniu 7',
    text: `Dzień dobry,

po wymianie okien w zeszłym miesiącu w dużym pokoju wieje jeszcze bardziej niż przedtem, a przy deszczu na parapecie stoi woda.
Ekipa mówiła, że wróci po tygodniu z pianką, ale nikt się nie pojawił i telefon milczy.

Proszę o termin poprawek, najlepiej po godzinie 16.

Z poważaniem
Agnieszka Wrona`,
  }),
  mail({
    key: 'pl-faktura',
    title: 'Prośba o fakturę',
    tags: ['product', 'billing'],
    language: 'pl',
    minute: 1540,
    from: person('Marcin Kubiak', 'm.kubiak@kubiak-zarzad.example'),
    subject: 'Brak faktury za październik',
    text: `Dzień dobry, nie dostaliśmy faktury za październik, a płatność pobrano 3.10. Proszę o przesłanie duplikatu na ten adres oraz na
ksiegowosc@kubiak-zarzad.example. Dziękuję, Marcin Kubiak`,
  }),
  mail({
    key: 'sv-tvattstuga',
    title: 'Tvättstugan går inte att boka',
    tags: ['property', 'technical'],
    language: 'sv',
    minute: 235,
    from: person('Åsa Berglund', 'asa.berglund@example.com'),
    subject: 'Går inte att boka tvättstugan',
    html: gmailHtml(
      `Hej!

Sedan i fredags visar bokningen att tvättstugan är upptagen dygnet runt hela december. Det stämmer förstås inte, den står tom.
Kan ni titta på det? Barnen har snart inga rena kläder kvar.

Vänliga hälsningar
Åsa Berglund`,
      { language: 'sv' },
    ),
  }),
  mail({
    key: 'sv-tack',
    title: 'Tack för hjälpen',
    tags: ['product', 'praise', 'positive'],
    language: 'sv',
    minute: 1615,
    from: person('Gustav Nyholm', 'gustav@nyholmbo.example'),
    subject: 'Tack!',
    text: `Hej, ville bara säga att importen nu fungerar och att jag är mycket nöjd med hjälpen jag fick. Trevligt att prata med någon som
faktiskt kan systemet.

/Gustav`,
  }),
  mail({
    key: 'ja-invoice-address',
    title: '請求書の宛名変更',
    tags: ['product', 'billing', 'account'],
    language: 'ja',
    minute: 700,
    from: person('佐々木 美咲', 'sasaki@softlane.example'),
    subject: '請求書の宛名変更のお願い',
    text: `コントソ サポートご担当者様

いつもお世話になっております。ソフトレーンの佐々木です。

12月分の請求書より、宛名を「株式会社ソフトレーン 大阪支社」に変更していただけますでしょうか。あわせて、見積書の
有効期限もお知らせいただけると助かります。

お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。

佐々木 美咲`,
  }),
  mail({
    key: 'ja-slow-screen',
    title: '画面が表示されない',
    tags: ['product', 'technical', 'phone'],
    language: 'ja',
    minute: 1450,
    from: person('高橋 亮', 'takahashi@softlane.example'),
    subject: '物件一覧が表示されません',
    text: '今朝から物件一覧の画面が真っ白のままです。再起動しても変わりません。至急ご確認をお願いします。\n\niPhoneから送信',
  }),
  mail({
    key: 'ar-water-cut',
    title: 'انقطاع الماء',
    tags: ['property', 'technical', 'complaint', 'rtl'],
    language: 'ar',
    minute: 1520,
    from: person('سمير الخطيب', 'samir.alkhatib@example.org'),
    subject: 'انقطاع الماء منذ يومين',
    html: `<div dir="rtl" style="text-align:right"><p>السلام عليكم،</p>
<p>منذ يومين لا يصل الماء إلى الطابق الخامس في بناية Harbour View، بينما يعمل في الطوابق الأخرى بشكل عادي. اتصلت بالحارس ثلاث
مرات ولم يحضر أحد. لدينا ضيوف كبار في السن ولا نستطيع الانتظار أكثر.</p>
<p>أرجو إرسال فني اليوم وإعلامي بالموعد على الرقم 0555 010 88.</p><p>مع الشكر،<br>سمير الخطيب</p></div>`,
  }),
  mail({
    key: 'ar-thanks',
    title: 'شكر وسؤال',
    tags: ['product', 'praise', 'rtl', 'positive'],
    language: 'ar',
    minute: 1685,
    from: person('هالة منصور', 'hala@mansourestates.example'),
    subject: 'شكراً لكم وسؤال صغير',
    text: `مرحباً،

شكراً على حل مشكلة التقرير بهذه السرعة. سؤال صغير: هل يمكن عرض التواريخ بالتقويم الهجري إلى جانب الميلادي في رسائل المستأجرين؟

تحياتي
هالة منصور`,
  }),
];
