"""Forms that go out to be filled in by referrers, in Word or LibreOffice; `forms_in` reads them back."""
