"""How people ask in other languages for what the report holds rarely or never (see :mod:`fko_qa.facts.foreign`)."""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind

FOREIGN_RARE_CUES: dict[FactKind, str] = {
    FactKind.DEADLINE: """
        (application )?deadline
        (until|by) when (can|do|must|should) (i|we|you|one) … (apply|register|submit)
        (date limite|quand faut il (postuler|s inscrire)|jusqu a quand … (postuler|s inscrire|deposer))
        (fecha limite|plazo|hasta cuando … (solicitar|inscribirse|presentar))
        (termenul limita|data limita|termen limita|pana cand … (aplica|inscrie|depune))
        (son (basvuru )?tarihi?|ne zamana kadar … basvur\\w*)
        (termin (skladania|zgloszen|aplikacji)|do kiedy … (zglosic|zlozyc|aplikowac))
        (термін подання|дедлайн|до коли … (подати|подавати|зареєструватися))
        (до (какого|якого) (числа|времени|дня)|до коли|до когда) … (подать|подати|подавать|подавати)
        (срок подачи|дедлайн|до когда … (подать|подавать|зарегистрироваться))
        (آخر موعد|الموعد النهائي|موعد التقديم)
        """,
    FactKind.APPLICATION: """
        (where|how) (can|do|should) (i|we|you|one) (apply|register|sign up)(?! .*\\b(jobs?|work|visa)\\b)
        (which|what) (documents|papers|forms)
        (ou|comment) (puis je|peut on|je peux|faire) (postuler|m inscrire|demander|la demande)
        (quels|quelles) (documents|papiers|pieces)
        (donde|como) (puedo|se puede) (solicitar\\w*|inscribirme|pedir)
        (que|cuales) documentos
        (unde|cum) (pot|se poate) (aplica|depune|solicita|sa ma inscriu|ma inscriu)
        (nerede|nereye|nasil|nereden) basvur\\w+
        hangi belgeler
        (gdzie|jak) (moge|mozna) (zlozyc wniosek|sie zglosic|aplikowac)
        jakie dokumenty
        (де|як) (можна|я можу) (подати (заяву|заявку)|подати)
        які документи
        (где|как) (можно|я могу) (подать (заявление|заявку)|подать)
        какие документы
        (أين|كيف) (أقدم|يمكنني التقديم|أستطيع التقديم|أتقدم)
        ما (هي )?(الوثائق|المستندات|الأوراق)
        """,
    FactKind.SALARY: """
        (salary|wages?|how much … (earn|paid|make a month))
        (salaire|combien … gagne\\w*)
        (salario|sueldo|cuanto … (gana|ganan|gano|se gana))
        (salariul?|cat castig\\w*)
        (maas\\w*|ne kadar (kazan\\w+|maas))
        (zarobki|pensja|wynagrodzenie|ile (sie )?zarabia\\w*)
        (зарплат\\w*|скільки … (заробля\\w+|отримують на місяць))
        (зарплат\\w*|сколько … зарабатыва\\w+)
        (راتب|الراتب|كم … (يكسب|أكسب|الراتب))
        """,
    FactKind.CONTACT: """
        (phone|telephone) number
        (e mail|email) address
        (contact person|who (can|do|should) i (contact|call|ask))
        (numero de telephone|adresse (e ?mail|mail)|qui (contacter|puis je contacter|dois je contacter))
        (numero de telefono|correo electronico|a quien (puedo|debo) (contactar|llamar|dirigirme))
        (numar(ul)? de telefon|adresa de email|pe cine (pot )?(contactez|contacta|sa contactez))
        (telefon numarasi|e ?posta( adresi)?|kime (basvurmaliyim|sorabilirim|danisabilirim))
        (numer telefonu|adres (e ?mail|mailowy)|z kim (moge )?sie skontaktowac)
        (номер телефону|телефон|електронна адреса|до кого (звернутися|звертатися|можна звернутися))
        (номер телефона|электронная почта|к кому (обратиться|обращаться|можно обратиться))
        (رقم (ال)?هاتف|البريد الإلكتروني|بمن أتصل|مع من أتواصل)
        """,
    FactKind.COST: """
        (how much|what) … (cost me|have to pay|must i pay|do i pay|are the fees|the fee)
        (is|are) … (free of charge|for free|free to)
        (est ce (que c est )?gratuit|combien (dois je|faut il) payer|c est gratuit)
        (es gratis|es gratuito|cuanto (tengo que|hay que|debo) pagar)
        (este gratuit|este gratis|cat trebuie sa platesc|cat platesc)
        (uecretsiz mi|ucretsiz mi|ne kadar (oedemem|odemem|oedeyecegim|odeyecegim)|uecreti? ne kadar)
        (czy (to )?jest (bezplatne|darmowe|za darmo)|ile (musze|trzeba) zaplacic)
        (це безкоштовно|чи безкоштовн\\w+|скільки (треба|потрібно|я маю|мені треба) (за)?платити)
        (это бесплатно|бесплатно ли|сколько (надо|нужно|я должен|мне нужно) (за)?платить)
        (هل هو مجاني|هل هي مجانية|كم (يجب أن )?أدفع)
        """,
}
