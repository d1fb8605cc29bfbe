namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>
/// The sign-in page's script: posts the fields with the token from the page, shows what was rejected, and goes to the
/// address that completes the sign-in, telling it whether the box is ticked.
/// </summary>
internal static class SignInScript
{
    public const string Text = """
        (function () {
          'use strict';
          var form = document.getElementById('localAccountForm');
          var button = document.getElementById('next');
          var fields = ['signInName', 'password'].map(function (id) { return document.getElementById(id); });
          var busy = false;

          function show(place, text) {
            place.querySelector('p').textContent = text;
            place.classList.toggle('shown', text !== '');
          }

          function showPage(text) { show(form.querySelector('.error.pageLevel'), text); }

          function showItem(field, text) {
            show(document.getElementById(field.id + '-error'), text);
            if (text) field.setAttribute('aria-invalid', 'true'); else field.removeAttribute('aria-invalid');
          }

          function setBusy(now) {
            busy = now;
            button.setAttribute('aria-disabled', now ? 'true' : 'false');
          }

          function reject(text) {
            setBusy(false);
            showPage(text);
            fields[1].value = '';
            fields[1].focus();
          }

          function complete() {
            var box = document.getElementById('rememberMe');
            window.location.replace(SETTINGS.hosts.tenant + '/api/' + SETTINGS.api + '/confirmed'
              + '?rememberMe=' + (box !== null && box.checked)
              + '&csrf_token=' + encodeURIComponent(SETTINGS.csrf)
              + '&tx=' + SETTINGS.transId
              + '&p=' + encodeURIComponent(SETTINGS.hosts.policy));
          }

          form.addEventListener('submit', function (event) {
            event.preventDefault();
            if (busy) return;
            showPage('');
            var empty = fields.filter(function (field) {
              var missing = field.value.trim() === '';
              showItem(field, missing ? CONTENT['requiredField_' + field.id] : '');
              return missing;
            });
            if (empty.length > 0) { empty[0].focus(); return; }

            setBusy(true);
            var body = new URLSearchParams({ request_type: 'RESPONSE' });
            fields.forEach(function (field) { body.append(field.id, field.value); });
            fetch(SETTINGS.hosts.tenant + '/SelfAsserted?tx=' + SETTINGS.transId + '&p=' + encodeURIComponent(SETTINGS.hosts.policy), {
              method: 'POST',
              credentials: 'same-origin',
              headers: { 'X-CSRF-TOKEN': SETTINGS.csrf, 'X-Requested-With': 'XMLHttpRequest' },
              body: body
            })
              .then(function (answer) { return answer.json(); })
              .then(function (answer) { if (answer.status === '200') complete(); else reject(answer.message); })
              .catch(function () { reject(CONTENT.unreachable); });
          });

          if (fields[0].value !== '') fields[1].focus();
        })();
        """;
}
